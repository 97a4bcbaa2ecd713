package io.gnomon.collect;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// What the runner says of itself; `late` and `missed` grow when there is more to read than time.
record RunnerMetrics(
    Timer scrape, Timer append, Counter failed, Counter late, Counter missed, Counter refused) {

  static RunnerMetrics in(MeterRegistry registry) {
    return new RunnerMetrics(
        timer(registry, "gnomon.scrape.duration", "Reading one target, failures too"),
        timer(registry, "gnomon.append.duration", "Handing one scrape to the store"),
        counter(registry, "gnomon.scrapes.failed", "Scrapes that failed"),
        counter(
            registry, "gnomon.scrapes.late", "Scrapes begun over a tenth of their interval late"),
        counter(registry, "gnomon.scrapes.missed", "Scrapes left out for want of time"),
        counter(registry, "gnomon.scrapes.refused", "Scrapes the store refused"));
  }

  private static Timer timer(MeterRegistry registry, String name, String help) {
    return Timer.builder(name)
        .description(help)
        .publishPercentiles(0.5, 0.9, 0.99, 0.999)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String help) {
    return Counter.builder(name).description(help).register(registry);
  }
}
