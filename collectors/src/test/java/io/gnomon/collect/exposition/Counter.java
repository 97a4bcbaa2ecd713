package io.gnomon.collect.exposition;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.util.HashMap;
import java.util.Map;

/// A sink that keeps the newest value of each series and allocates nothing for known ones.
public final class Counter implements SampleSink {
  final double[] newest = new double[100_000];
  long samples;
  private final Map<Labels, Integer> columns = new HashMap<>();

  @Override
  public int column(Labels series) {
    return columns.computeIfAbsent(series, _ -> columns.size());
  }

  @Override
  public int layout() {
    return 0;
  }

  @Override
  public void put(int column, double value) {
    newest[column] = value;
    samples++;
  }

  @Override
  public void put(int column, long time, double value) {
    put(column, value);
  }

  @Override
  public void describe(Metric metric) {}
}
