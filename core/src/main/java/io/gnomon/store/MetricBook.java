package io.gnomon.store;

import io.gnomon.model.Metric;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/// What the metric families said of themselves.
final class MetricBook {
  private final ConcurrentSkipListMap<String, Metric> byName = new ConcurrentSkipListMap<>();

  void put(Metric metric) {
    byName.put(metric.name(), metric);
  }

  List<Metric> all() {
    return List.copyOf(byName.values());
  }
}
