package io.gnomon.collect.line;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;

/// A series before it has a column: what it is called, and by what its raw number is multiplied.
public record Series(Metric metric, Labels labels, double factor) {

  /// Stands for a number that is left out.
  public static final Series NONE = of(new Metric("", Type.UNKNOWN, "", ""));

  /// A series of one metric with label names and values in pairs.
  public static Series of(Metric metric, String... labels) {
    return new Series(metric, Labels.of(labels), 1);
  }

  public static Metric counter(String name, String help) {
    return new Metric(name, Type.COUNTER, help, "");
  }

  public static Metric gauge(String name, String help) {
    return new Metric(name, Type.GAUGE, help, "");
  }

  public Series times(double factor) {
    return new Series(metric, labels, factor);
  }

  /// The labels with the name; that of a histogram's parts is given with the labels.
  Labels named() {
    return labels.has(Labels.NAME) ? labels : labels.with(Labels.NAME, metric.name());
  }
}
