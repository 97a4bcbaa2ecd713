package io.gnomon.collect.postgres;

import io.gnomon.model.Metric;
import java.util.List;

/// A query and what its columns mean: some are labels, some are numbers.
record Query(String name, String sql, List<String> labels, List<Column> columns) {

  /// A column whose numbers are a metric's values.
  record Column(String name, Metric metric) {}
}
