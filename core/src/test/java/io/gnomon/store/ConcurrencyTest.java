package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers beside a writer that laps the ring again and again: what they see is whole.
class ConcurrencyTest {
  private static final StoreOptions OPTIONS = new StoreOptions(1 << 20, Long.MAX_VALUE / 4, false);
  private static final int COLUMNS = 40;
  private static final int ROWS = 60_000;

  @TempDir Path directory;
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicLong committed = new AtomicLong();

  @Test
  void readersSeeEveryCommittedRowOnceAndWhole() throws Exception {
    try (var store = Store.open(directory, OPTIONS);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writer = store.appender("t");
      var columns = new int[COLUMNS];
      for (int i = 0; i < COLUMNS; i++) {
        columns[i] = writer.column(Labels.of("__name__", "m", "i", "" + i));
      }
      var ids = store.select(List.of());
      var readers = List.<Callable<Long>>of(() -> read(store, ids, 1), () -> read(store, ids, 7));
      var reads = readers.stream().map(threads::submit).toList();
      write(writer, columns);
      for (var read : reads) {
        assertThat(read.get()).isPositive();
      }
    }
  }

  private void write(Appender writer, int[] columns) {
    for (int row = 1; row <= ROWS; row++) {
      writer.begin(row);
      for (int i = 0; i < columns.length; i++) {
        writer.put(columns[i], row + 0.001 * (row * 31 % 997));
      }
      writer.commit();
      committed.setRelease(row);
    }
    done.set(true);
  }

  /// All columns have the same values, which follow from the time.
  private long read(Store store, int[] ids, int step) throws IOException, ExecutionException {
    var window = new Window();
    long reads = 0;
    for (int i = 0; !done.get(); i = (i + step) % ids.length) {
      long newest = committed.getAcquire();
      store.read(ids[i], 0, newest, window);
      check(window, newest);
      if (newest > 0) {
        assertThat(store.newest(ids[i], 0, newest, window)).isEqualTo(1);
        assertThat(window.times[0]).isEqualTo(newest);
      }
      reads++;
    }
    return reads;
  }

  private static void check(Window window, long newest) {
    for (int i = 0; i < window.count; i++) {
      long row = window.times[i];
      double expected = row + 0.001 * (row * 31 % 997);
      long next = i + 1 < window.count ? window.times[i + 1] : newest + 1;
      if (window.values[i] != expected || next != row + 1) {
        throw new AssertionError(
            "row " + row + " has " + window.values[i] + ", the next row is " + next);
      }
    }
    if (newest > 0 && window.count == 0) {
      throw new AssertionError("nothing was read up to " + newest);
    }
  }
}
