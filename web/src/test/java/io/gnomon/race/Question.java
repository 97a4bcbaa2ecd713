package io.gnomon.race;

import java.time.Duration;
import java.util.List;

/// One query of the race: over a range in steps, or at one instant when there is no range.
record Question(String name, Duration range, Duration step, String expr) {
  static final List<Question> ALL =
      List.of(
          instant("instant selector, 3,200 series", "node_cpu_seconds_total"),
          instant("instant rate, 3,200 series", "rate(node_cpu_seconds_total[5m])"),
          instant(
              "error-ratio alert, 2,500 series",
              "sum by (instance) (rate(http_requests_total{status=~\"5..\"}[5m])) / sum by (instance) (rate(http_requests_total[5m])) > 0.05"),
          instant("topk", "topk(10, sum by (instance, path) (rate(http_requests_total[5m])))"),
          instant("max_over_time[1d], 300 series", "max_over_time(node_memory_bank_bytes[1d])"),
          range(
              24,
              60,
              "24 h/60 s sum by (rate), 3,200 series",
              "sum by (mode) (rate(node_cpu_seconds_total[5m]))"),
          range(
              24,
              60,
              "24 h/60 s histogram_quantile",
              "histogram_quantile(0.95, sum by (le, path) (rate(http_request_duration_seconds_bucket[5m])))"),
          range(
              24,
              60,
              "24 h/60 s group_left ratio",
              "sum by (instance, mode) (rate(node_cpu_seconds_total[5m])) / on (instance) group_left () sum by (instance) (rate(node_cpu_seconds_total[5m]))"),
          range(
              6,
              60,
              "6 h/60 s subquery",
              "max_over_time(sum by (instance) (rate(http_requests_total[5m]))[30m:1m])"),
          range(1, 15, "1 h/15 s panel", "sum by (instance) (queue_depth)"));

  private static Question instant(String name, String expr) {
    return new Question(name, Duration.ZERO, Duration.ZERO, expr);
  }

  private static Question range(int hours, int seconds, String name, String expr) {
    return new Question(name, Duration.ofHours(hours), Duration.ofSeconds(seconds), expr);
  }

  boolean isInstant() {
    return range.isZero();
  }

  /// The API's path and time parameters, at the end of the fleet's day.
  String path(Fleet fleet) {
    long end = fleet.at(fleet.samples - 1) / 1000;
    return isInstant()
        ? "query?time=" + end
        : "query_range?start="
            + (end - range.toSeconds() + step.toSeconds())
            + "&end="
            + end
            + "&step="
            + step.toSeconds();
  }
}
