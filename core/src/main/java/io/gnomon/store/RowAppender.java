package io.gnomon.store;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;

/// Collects the rows of a target: one for the time of the scrape, and those of the samples that
/// bring times of their own.
final class RowAppender implements Appender {
  private final String target;
  private final Store store;
  private final Catalogue catalogue;
  private final StoreCounters counters;
  private final MetricBook metrics;
  private final TableWriter writer;
  private final TimedRows timed;
  private long time;
  private int size;
  private int layout = 1;

  RowAppender(
      String target,
      Store store,
      Catalogue catalogue,
      StoreCounters counters,
      MetricBook metrics,
      TableWriter writer,
      TimedRows timed) {
    this.target = target;
    this.store = store;
    this.catalogue = catalogue;
    this.counters = counters;
    this.metrics = metrics;
    this.writer = writer;
    this.timed = timed;
  }

  @Override
  public int column(Labels series) {
    int column = catalogue.column(writer.table(), series);
    writer.reserve(column + 1);
    return column;
  }

  @Override
  public int layout() {
    return layout;
  }

  @Override
  public void begin(long time) {
    this.time = time;
    if (writer.renumber(timed.known())) {
      layout++;
      timed.forgetColumns();
    }
    discard();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void discard() {
    writer.clear();
    timed.clear();
    size = 0;
  }

  /// The first value of a column counts, as in Prometheus; a second, other one is refused.
  @Override
  public void put(int column, double value) {
    double known = writer.get(column);
    if (Absent.is(known)) {
      writer.set(column, value);
      size++;
    } else if (!Numbers.sameBits(known, value)) {
      counters.duplicates.increment();
    }
  }

  @Override
  public void put(int column, long time, double value) {
    timed.add(writer.table().column(column), column, time, value);
    size++;
  }

  @Override
  public void describe(Metric metric) {
    metrics.put(metric);
  }

  @Override
  public Outcome commit() {
    var outcome = commitRow();
    return timed.commit() || outcome != Outcome.STORED ? outcome : Outcome.DISK_FULL;
  }

  private Outcome commitRow() {
    int samples = size - timed.size();
    long newest = writer.table().newestTime;
    if (samples == 0 && newest == Table.NEVER) {
      return Outcome.STORED;
    }
    if (time <= newest) {
      counters.outOfOrder.increment();
      return Outcome.OUT_OF_ORDER;
    }
    return writer.append(time, samples) ? Outcome.STORED : refused();
  }

  private Outcome refused() {
    counters.refusedForDisk.increment();
    return Outcome.DISK_FULL;
  }

  @Override
  public void end(long time) {
    long newest = writer.table().newestTime;
    if (newest != Table.NEVER) {
      discard();
      writer.append(Math.max(time, newest + 1), 0);
    }
    store.ended(target, writer.table());
    timed.end();
  }

  @Override
  public void close() {
    store.released(target, writer.table());
    timed.close();
  }
}
