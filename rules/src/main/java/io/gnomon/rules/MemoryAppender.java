package io.gnomon.rules;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.store.Appender;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Rows into `MemorySeries`: what a row leaves out and the row before had gets a stale marker.
final class MemoryAppender implements Appender {
  private final MemorySeries series;
  private Set<Integer> before = new HashSet<>();
  private final Map<Integer, Double> row = new HashMap<>();
  private long time;

  MemoryAppender(MemorySeries series) {
    this.series = series;
  }

  @Override
  public int column(Labels labels) {
    return series.id(labels);
  }

  @Override
  public int layout() {
    return 0;
  }

  @Override
  public void begin(long rowTime) {
    time = rowTime;
    row.clear();
  }

  @Override
  public void put(int column, double value) {
    row.put(column, value);
  }

  @Override
  public void put(int column, long sampleTime, double value) {
    series.add(column, sampleTime, value);
  }

  @Override
  public void describe(Metric metric) {}

  @Override
  public int size() {
    return row.size();
  }

  @Override
  public void discard() {
    row.clear();
  }

  @Override
  public Outcome commit() {
    before.removeAll(row.keySet());
    before.forEach(column -> series.add(column, time, Absent.STALE));
    row.forEach((column, value) -> series.add(column, time, value));
    before = new HashSet<>(row.keySet());
    return Outcome.STORED;
  }

  @Override
  public void end(long endTime) {
    begin(endTime);
    commit();
  }

  @Override
  public void close() {}
}
