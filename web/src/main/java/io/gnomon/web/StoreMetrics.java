package io.gnomon.web;

import io.gnomon.store.Store;
import io.gnomon.store.StoreStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/// How the store is, as metrics.
record StoreMetrics(Store store) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "series", "", "Series there are", StoreStats::series);
    gauge(registry, "ring", "bytes", "What the ring takes on the disk", StoreStats::ringBytes);
    gauge(registry, "ring.budget", "bytes", "What the ring may take", StoreStats::ringBudget);
    gauge(registry, "hot", "bytes", "Rows that are not in the ring yet", StoreStats::hotBytes);
    gauge(
        registry,
        "disk.full",
        "",
        "1 while nothing is appended for want of room",
        stats -> stats.diskFull() ? 1 : 0);
    counter(registry, "samples", "Samples appended", StoreStats::samples);
    counter(registry, "rows", "Scrapes appended", StoreStats::rows);
    counter(registry, "out.of.order", "Refused for not being new", StoreStats::outOfOrder);
    counter(registry, "duplicates", "Refused for another value", StoreStats::duplicates);
    counter(
        registry, "refused.for.disk", "Rows refused on a full disk", StoreStats::refusedForDisk);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String unit,
      String help,
      ToDoubleFunction<StoreStats> value) {
    Gauge.builder("gnomon.store." + name, store, from -> value.applyAsDouble(from.stats()))
        .baseUnit(unit.isEmpty() ? null : unit)
        .description(help)
        .register(registry);
  }

  private void counter(
      MeterRegistry registry, String name, String help, ToDoubleFunction<StoreStats> value) {
    FunctionCounter.builder(
            "gnomon.store." + name, store, from -> value.applyAsDouble(from.stats()))
        .description(help)
        .register(registry);
  }
}
