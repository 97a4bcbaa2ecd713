package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fills a real small disk.
class DiskFullTest {
  private static final StoreOptions OPTIONS = new StoreOptions(64 << 20, Long.MAX_VALUE / 4, true);
  private static final Scrapes SCRAPES = new Scrapes("t", 100);
  private static final long MOST_ROWS = 100_000;

  @TempDir Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", disk.toString());
    if (!mounted) {
      System.err.println("SKIPPED: a full disk is not tried, because no tmpfs can be mounted here");
    }
    assumeTrue(mounted, "a tmpfs can be mounted");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Test
  void appendingStopsAndGoesOnByItself() throws IOException {
    var filler = Files.write(disk.resolve("filler"), new byte[3 << 20]);
    var data = disk.resolve("data");
    long stored;
    try (var store = Store.open(data, OPTIONS)) {
      var appender = store.appender("t");
      stored = appendUntilRefused(appender, 0);
      assertThat(store.stats().state()).isEqualTo("disk full");
      assertThat(store.stats().refusedForDisk()).isPositive();
      assertKept(store, stored);

      Files.delete(filler);
      long more = appendUntilRefused(appender, stored);
      assertThat(more).isGreaterThan(stored + 300);
      assertKept(store, more);
      stored = more;
    }
    try (var store = Store.open(data, OPTIONS)) {
      assertKept(store, stored);
      assertThat(store.stats().problems()).isEmpty();
    }
  }

  private static long appendUntilRefused(Appender appender, long from) {
    long row = from;
    while (row < MOST_ROWS && SCRAPES.append(appender, row) == Appender.Outcome.STORED) {
      row++;
    }
    return row;
  }

  private static void assertKept(Store store, long rows) {
    assertThat(SCRAPES.newestRow(store)).isEqualTo(rows - 1);
    assertThat(SCRAPES.faults(store, _ -> false)).isEmpty();
  }
}
