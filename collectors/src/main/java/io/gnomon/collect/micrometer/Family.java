package io.gnomon.collect.micrometer;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import java.util.List;
import java.util.function.DoubleSupplier;

/// A metric family and its series, each with where its value comes from.
record Family(Metric metric, List<Line> lines) {
  /// A series; its labels have the metric's name among them.
  record Line(Labels labels, DoubleSupplier value) {}
}
