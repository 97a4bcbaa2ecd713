package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.model.Labels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts the bytes that the steady work of a store allocates: none.
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final StoreOptions OPTIONS = new StoreOptions(4 << 20, Long.MAX_VALUE / 4, false);
  private static final int COLUMNS = 100;

  @TempDir Path directory;
  private final Window window = new Window();
  private long time = 1_700_000_000_000L;

  private static long allocatedBy(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private void append(Appender appender, int[] columns, int rows) {
    for (int row = 0; row < rows; row++) {
      time += 15_000;
      appender.begin(time);
      for (int i = 0; i < columns.length; i++) {
        appender.put(columns[i], i % 3 == 0 ? row : i % 3 == 1 ? row * 0.1 : Math.sqrt(row + i));
      }
      appender.commit();
    }
  }

  @Test
  void appendingAndSealingAndReading() throws IOException {
    try (var store = Store.open(directory, OPTIONS);
        var appender = store.appender("t")) {
      var labels = new Labels[COLUMNS];
      var columns = new int[COLUMNS];
      for (int i = 0; i < COLUMNS; i++) {
        labels[i] = Labels.of("__name__", "m", "i", "" + i);
        columns[i] = appender.column(labels[i]);
      }
      int[] ids = store.select(List.of());
      // the measured work runs once before, long enough for the ring to lap several times
      window.reserve(100_000);
      append(appender, columns, 25_000);
      read(store, ids);
      long epochs = store.stats().sealedBytes();
      assertThat(allocatedBy(() -> append(appender, columns, 600))).isZero();
      assertThat(store.stats().sealedBytes()).isGreaterThan(epochs);
      assertThat(allocatedBy(() -> read(store, ids))).isZero();
      for (int i = 0; i < 300; i++) {
        find(appender, labels);
      }
      assertThat(allocatedBy(() -> find(appender, labels))).isZero();
    }
  }

  @Test
  void appendingToTheDiskItself() throws IOException {
    var forced = new StoreOptions(4 << 20, Long.MAX_VALUE / 4, true);
    try (var store = Store.open(directory, forced);
        var appender = store.appender("t")) {
      int[] columns = {appender.column(Labels.of("__name__", "m"))};
      append(appender, columns, 60);
      assertThat(allocatedBy(() -> append(appender, columns, 40))).isZero();
    }
  }

  private void read(Store store, int[] ids) {
    for (int id : ids) {
      assertSome(store.read(id, 0, Long.MAX_VALUE, window));
      assertSome(store.newest(id, time - 300_000, time, window));
      assertSome(store.newest(id, time - 9_000_000, time - 8_000_000, window));
    }
  }

  private static void assertSome(int samples) {
    if (samples == 0) {
      throw new AssertionError("nothing read");
    }
  }

  private static void find(Appender appender, Labels[] labels) {
    for (var series : labels) {
      appender.column(series);
    }
  }
}
