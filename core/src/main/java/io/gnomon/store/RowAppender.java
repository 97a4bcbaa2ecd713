package io.gnomon.store;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects a row and hands it to the hot slot of the target's table.
final class RowAppender implements Appender {
  private final Store store;
  private final Archive archive;
  private final Catalogue catalogue;
  private final StoreCounters counters;
  private final boolean force;
  private final MetricBook metrics;
  private Table table;
  private double[] row = new double[8];
  private long time;
  private int size;

  RowAppender(
      Store store,
      Table table,
      Archive archive,
      Catalogue catalogue,
      StoreCounters counters,
      MetricBook metrics,
      boolean force) {
    this.store = store;
    this.table = table;
    this.archive = archive;
    this.catalogue = catalogue;
    this.counters = counters;
    this.metrics = metrics;
    this.force = force;
  }

  @Override
  public int column(Labels series) {
    int column = catalogue.column(table, series);
    reserve(column + 1);
    return column;
  }

  private void reserve(int columns) {
    int length = row.length;
    if (columns > length) {
      row = Arrays.copyOf(row, Math.max(columns, length + length / 2));
      Arrays.fill(row, length, row.length, Absent.STALE);
    }
  }

  @Override
  public int layout() {
    return 1;
  }

  @Override
  public void begin(long time) {
    this.time = time;
    reserve(table.width());
    discard();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void discard() {
    Arrays.fill(row, 0, row.length, Absent.STALE);
    size = 0;
  }

  /// The first value of a column counts, as in Prometheus; a second, other one is refused.
  @Override
  public void put(int column, double value) {
    if (Absent.is(row[column])) {
      row[column] = value;
      size++;
    } else if (!Numbers.sameBits(row[column], value)) {
      counters.duplicates.increment();
    }
  }

  @Override
  public void put(int column, long time, double value) {
    put(column, value);
  }

  @Override
  public void describe(Metric metric) {
    metrics.put(metric);
  }

  @Override
  public Outcome commit() {
    if (time <= table.newestTime) {
      counters.outOfOrder.increment();
      return Outcome.OUT_OF_ORDER;
    }
    return store(time) ? Outcome.STORED : refuse();
  }

  private Outcome refuse() {
    counters.refusedForDisk.increment();
    return Outcome.DISK_FULL;
  }

  private boolean store(long time) {
    if (table.width() == 0) {
      return true;
    }
    var slot = slotWithRoom();
    if (slot == null) {
      return false;
    }
    slot.append(time, row, table.width(), force);
    table.newestTime = time;
    counters.rows.increment();
    counters.samples.add(size);
    if (slot.published() - slot.sealed() >= slot.shape.frameRows() + stagger(slot)) {
      archive.seal(table);
    }
    return true;
  }

  private @Nullable HotSlot slotWithRoom() {
    var slot = table.slot();
    if (slot == null
        || table.width() > slot.shape.capacity()
        || table.schemaWidth < table.width()) {
      var ready = archive.prepare(table);
      if (ready == null) {
        return null;
      }
      table = ready;
      slot = table.slot();
    }
    return slot != null && slot.isFull() && !archive.seal(table) ? null : slot;
  }

  /// Some rows of delay, another for each table, so that many targets do not seal in one scrape.
  private int stagger(HotSlot slot) {
    return table.number % (slot.shape.frameRows() / 8);
  }

  @Override
  public void end(long time) {
    begin(Math.max(time, table.newestTime + 1));
    store(this.time);
    archive.end(table);
    close();
  }

  @Override
  public void close() {
    store.released(table.target);
  }
}
