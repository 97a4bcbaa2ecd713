package io.gnomon.collect.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Live;
import io.gnomon.collect.exposition.Format;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfPageTest {
  private final SelfRegistry registry = new SelfRegistry();
  private final SelfPage page = new SelfPage(registry);

  @BeforeEach
  void start() {
    registry.start();
  }

  @Test
  void namesMetersAsMicrometersPrometheusRegistryDoes() {
    Counter.builder("api.requests")
        .description("Requests")
        .tag("http.method", "GET")
        .register(registry)
        .increment(3);
    Gauge.builder("disk.free", () -> 5.5)
        .baseUnit("bytes")
        .description("Free \\ space")
        .register(registry);
    Timer.builder("query")
        .description("Queries")
        .register(registry)
        .record(Duration.ofMillis(1500));

    assertThat(page.text(Format.TEXT))
        .isEqualTo(
            """
            # HELP api_requests_total Requests
            # TYPE api_requests_total counter
            api_requests_total{http_method="GET"} 3
            # HELP disk_free_bytes Free \\\\ space
            # TYPE disk_free_bytes gauge
            disk_free_bytes 5.5
            # HELP query_seconds Queries
            # TYPE query_seconds summary
            query_seconds_sum 1.5
            query_seconds_count 1
            # HELP query_seconds_max Queries
            # TYPE query_seconds_max gauge
            query_seconds_max 1.5
            """);
  }

  @Test
  void writesOpenMetricsWithFamiliesUnitsAndAnEnd() {
    Counter.builder("cpu")
        .baseUnit("seconds")
        .description("A \"b\"")
        .register(registry)
        .increment();

    assertThat(page.text(Format.OPEN_METRICS))
        .isEqualTo(
            """
            # HELP cpu_seconds A \\"b\\"
            # TYPE cpu_seconds counter
            # UNIT cpu_seconds seconds
            cpu_seconds_total 1
            # EOF
            """);
  }

  @Test
  void showsLatenciesAsQuantiles() {
    var timer =
        Timer.builder("append")
            .description("Appends")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    for (int i = 1; i <= 100; i++) {
      timer.record(Duration.ofMillis(i));
    }

    assertThat(page.text(Format.TEXT))
        .contains("append_seconds{quantile=\"0.5\"} 0.050")
        .contains("append_seconds{quantile=\"0.99\"} 0.099")
        .contains("append_seconds_count 100\n")
        .contains("append_seconds_max 0.1\n");
  }

  @Test
  void showsBucketsWhereTheyAreAskedFor() {
    var summary =
        DistributionSummary.builder("batch")
            .description("Batches")
            .serviceLevelObjectives(10, 100)
            .register(registry);
    summary.record(5);
    summary.record(50);
    summary.record(500);

    assertThat(page.text(Format.TEXT))
        .contains(
            """
            # TYPE batch histogram
            batch_bucket{le="10.0"} 1
            batch_bucket{le="100.0"} 2
            batch_bucket{le="+Inf"} 3
            batch_sum 555
            batch_count 3
            """);
  }

  @Test
  void tellsOfTheProcessUnderItsUsualNames() {
    new ProcessMetrics(Path.of("/proc")).bindTo(registry);

    assertThat(page.text(Format.TEXT).lines().map(line -> line.split(" ")[0]))
        .contains(
            "process_cpu_seconds_total",
            "process_resident_memory_bytes",
            "process_virtual_memory_bytes",
            "process_start_time_seconds",
            "process_open_fds",
            "process_max_fds");
  }

  @Test
  void leavesPromtoolNothingToSay() throws IOException, InterruptedException {
    var promtool = Live.program("promtool");
    try (var jvm = new JvmMetrics()) {
      jvm.bindTo(registry);
      new ProcessMetrics(Path.of("/proc")).bindTo(registry);
      showsLatenciesAsQuantiles();
      showsBucketsWhereTheyAreAskedFor();

      assertThat(check(promtool, page.text(Format.TEXT))).isEmpty();
    }
  }

  private static String check(Path promtool, String text) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(promtool.toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
