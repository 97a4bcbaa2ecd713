package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that stores scrapes, at random instants (`-Dstore.kills=100` for more), and
/// looks whether every row it has stored is there, as it was, in the same directory again and
/// again.
class KillTest {
  private static final int KILLS = Integer.getInteger("store.kills", 8);

  @TempDir Path directory;
  private final long[] acknowledged = new long[Scrapes.ALL.size()];

  @Test
  void noStoredRowIsLostOrChanged() throws Exception {
    var random = new Random();
    long rows = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      writeAndKill(random.nextInt(20, 300));
      verify(kill);
      rows = acknowledged[0];
    }
    assertThat(rows).isPositive();
  }

  private void writeAndKill(int millis) throws IOException, InterruptedException {
    var log = directory.resolve("errors").toFile();
    var process = new ProcessBuilder(command()).redirectError(log).start();
    try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      acknowledge(in);
      Thread.ofVirtual().start(() -> killAfter(process, millis));
      while (true) {
        acknowledge(in);
      }
    } catch (EOFException killed) {
      process.waitFor(10, TimeUnit.SECONDS);
    }
    assertThat(Files.readString(log.toPath())).doesNotContain("Exception");
  }

  private static void killAfter(Process process, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.toHandle().destroyForcibly();
  }

  private void acknowledge(DataInputStream in) throws IOException {
    acknowledged[in.readInt()] = in.readLong();
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("--"))
            .toList());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(KilledWriter.class.getName());
    command.add(directory.resolve("data").toString());
    return command;
  }

  private void verify(int kill) throws IOException {
    try (var store = Store.open(directory.resolve("data"), KilledWriter.OPTIONS)) {
      assertThat(store.stats().problems()).isEmpty();
      for (int i = 0; i < acknowledged.length; i++) {
        var scrapes = Scrapes.ALL.get(i);
        assertThat(scrapes.newestRow(store))
            .as("newest row of %s after kill %d", scrapes.target(), kill)
            .isGreaterThanOrEqualTo(acknowledged[i]);
        assertThat(scrapes.faults(store, row -> false)).as("after kill %d", kill).isEmpty();
      }
      assertThat(store.stats().ringBytes())
          .isLessThanOrEqualTo(KilledWriter.OPTIONS.retentionBytes());
    }
  }
}
