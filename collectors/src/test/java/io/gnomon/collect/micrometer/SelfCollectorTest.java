package io.gnomon.collect.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Await;
import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.StoredSeries;
import io.gnomon.collect.Timing;
import io.gnomon.model.Matcher;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCollectorTest {
  private static final Timing FAST = new Timing(Duration.ofMillis(100), Duration.ofMillis(100));

  @TempDir Path directory;

  @Test
  void storesOurOwnLatenciesAsQuantilesAndMetersThatComeLater()
      throws IOException, InterruptedException {
    var registry = new SelfRegistry();
    registry.start();
    try (var store = StoredSeries.open(directory);
        var runner = new CollectorRunner(store::appender, InstantSource.system(), registry)) {
      runner.replace(List.of(new Self(registry).target("127.0.0.1:9090", FAST)));
      var quantile = Matcher.equal("quantile", "0.99");
      Await.until(
          "latencies are stored",
          () ->
              StoredSeries.newest(store, quantile).values().stream()
                  .anyMatch(v -> !v.equals("NaN")));
      Counter.builder("late").description("Late").register(registry).increment(2);
      var late = Matcher.equal("__name__", "late_total");
      Await.until("the late meter is stored", () -> !StoredSeries.newest(store, late).isEmpty());

      assertThat(StoredSeries.newest(store, late))
          .containsEntry("late_total{instance=\"127.0.0.1:9090\", job=\"gnomon\"}", "2.0");
      assertThat(StoredSeries.newest(store, quantile).keySet())
          .contains(
              "gnomon_scrape_duration_seconds{instance=\"127.0.0.1:9090\", job=\"gnomon\","
                  + " quantile=\"0.99\"}",
              "gnomon_append_duration_seconds{instance=\"127.0.0.1:9090\", job=\"gnomon\","
                  + " quantile=\"0.99\"}");
    }
  }
}
