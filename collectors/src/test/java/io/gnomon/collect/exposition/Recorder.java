package io.gnomon.collect.exposition;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.util.ArrayList;
import java.util.List;

/// A sink that writes down what it is given, a line a sample.
public final class Recorder implements SampleSink {
  public final List<Labels> columns = new ArrayList<>();
  public final List<String> samples = new ArrayList<>();
  public final List<Metric> metrics = new ArrayList<>();
  public int layout;

  @Override
  public int column(Labels series) {
    if (!columns.contains(series)) {
      columns.add(series);
    }
    return columns.indexOf(series);
  }

  @Override
  public int layout() {
    return layout;
  }

  @Override
  public void put(int column, double value) {
    samples.add(columns.get(column) + " " + value);
  }

  @Override
  public void put(int column, long time, double value) {
    samples.add(columns.get(column) + " " + value + " @" + time);
  }

  @Override
  public void describe(Metric metric) {
    metrics.add(metric);
  }
}
