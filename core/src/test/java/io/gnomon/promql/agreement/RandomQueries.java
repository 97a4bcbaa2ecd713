package io.gnomon.promql.agreement;

import java.util.Random;

/// Queries over the fleet from a seeded grammar. They fit its types and mostly its labels; what
/// jumps at the last digit of a computed number (counting equal values, rounding, choosing the
/// greatest) is asked of stored values only, and so are deviations, whose last digits depend on the
/// order of the series.
final class RandomQueries {
  private final Random random;

  RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    return vector(1 + random.nextInt(3));
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  private String selector() {
    return pick(
        "demo_memory_usage_bytes",
        "demo_memory_usage_bytes{type=~\"free|used\"}",
        "demo_memory_usage_bytes{type!=\"cached\"}",
        "demo_cpu_usage_seconds_total",
        "demo_cpu_usage_seconds_total{mode!~\"i.*\"}",
        "demo_num_cpus",
        "demo_disk_usage_bytes",
        "demo_queue_length",
        "demo_queue_length{queue=\"mail\"}",
        "demo_queue_limit",
        "demo_items_shipped_total",
        "demo_resets_total",
        "demo_intermittent_metric",
        "demo_flapping",
        "demo_special",
        "demo_negative",
        "demo_build_info",
        "demo_labels",
        "demo_api_request_duration_seconds_count",
        "demo_batch_last_success_timestamp_seconds",
        "{__name__=~\"demo_queue_.*\",queue=\"sms\"}");
  }

  private String stored() {
    return selector() + modifier();
  }

  private String modifier() {
    return switch (random.nextInt(10)) {
      case 0 -> " offset " + pick("1m", "-90s", "7m", "1h");
      case 1 -> " @ " + pick("1700003000", "start()", "end()");
      case 2 -> " @ 1700004000 offset 3m";
      default -> "";
    };
  }

  private String window() {
    return "["
        + pick("20s", "1m", "90s", "5m", "17m", "1h")
        + (random.nextInt(3) == 0 ? ":" + pick("", "10s", "1m", "70s") : "")
        + "]";
  }

  private String range() {
    return selector() + window() + modifier();
  }

  private String number() {
    return pick("0", "1", "2.5", "-3", "1e3", "0.1", "Inf", "NaN", "100", "1m");
  }

  private String scalar() {
    return switch (random.nextInt(6)) {
      case 0 -> "time()";
      case 1 -> "scalar(" + selector() + ")";
      case 2 -> "(" + number() + pick(" + ", " * ", " - ") + number() + ")";
      default -> number();
    };
  }

  private String labels() {
    return pick("instance", "job", "type", "mode", "queue", "instance, job", "kind", "nothing", "");
  }

  private String grouping() {
    return pick("", " by (" + labels() + ")", " without (" + labels() + ")");
  }

  private String vector(int depth) {
    if (depth == 0) {
      return stored();
    }
    return switch (random.nextInt(14)) {
      case 0, 1 -> overTime();
      case 2, 3 -> aggregation(depth);
      case 4 -> withScalar(depth);
      case 5, 6 -> joined(depth);
      case 7 -> set(depth);
      case 8 -> math(depth);
      case 9 -> chosen();
      case 10 -> labelled(depth);
      case 11 -> histogram();
      case 12 -> subquery(depth);
      default -> pick("-", "+") + "(" + vector(depth - 1) + ")";
    };
  }

  private String overTime() {
    var function =
        pick(
            "rate",
            "increase",
            "delta",
            "irate",
            "idelta",
            "deriv",
            "changes",
            "resets",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "sum_over_time",
            "count_over_time",
            "last_over_time",
            "present_over_time",
            "stddev_over_time",
            "stdvar_over_time",
            "absent_over_time",
            "quantile_over_time",
            "predict_linear");
    return switch (function) {
      case "quantile_over_time" ->
          function + "(" + pick("0", "0.3", "0.99", "2") + ", " + range() + ")";
      case "predict_linear" -> function + "(" + range() + ", " + pick("60", "-30", "1h") + ")";
      default -> function + "(" + range() + ")";
    };
  }

  private String aggregation(int depth) {
    var op = pick("sum", "avg", "min", "max", "count", "group", "quantile");
    var param = op.equals("quantile") ? pick("0", "0.25", "0.9", "-1") + ", " : "";
    return op + grouping() + " (" + param + vector(depth - 1) + ")";
  }

  private String withScalar(int depth) {
    var op = pick("+", "-", "*", "/", "%", "^", "> ", "< bool ", "!= ", "== bool ", "atan2 ");
    return random.nextBoolean()
        ? "(" + vector(depth - 1) + ") " + op + scalar()
        : scalar() + " " + op + "(" + vector(depth - 1) + ")";
  }

  private String joined(int depth) {
    var op = pick("+", "-", "*", "/", ">", "<= bool", "==", "^");
    var matching =
        pick(
            "",
            "on (instance)",
            "on (instance) group_left",
            "on (instance, job) group_left (version)",
            "on (instance) group_right",
            "ignoring (type)",
            "ignoring (mode, queue) group_left",
            "on ()");
    var right =
        matching.contains("left") ? pick("demo_num_cpus", "demo_build_info") : vector(depth - 1);
    return "(" + vector(depth - 1) + ") " + op + " " + matching + " (" + right + ")";
  }

  private String set(int depth) {
    var op = pick("and", "or", "unless");
    var matching = pick("", "on (instance)", "ignoring (type)", "on ()");
    return "(" + vector(depth - 1) + ") " + op + " " + matching + " (" + vector(depth - 1) + ")";
  }

  private String math(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> pick("floor", "ceil", "round", "sgn") + "(" + stored() + ")";
      case 1 -> pick("clamp_min", "clamp_max") + "(" + vector(depth - 1) + ", " + scalar() + ")";
      case 2 ->
          pick("hour", "minute", "day_of_week", "day_of_year", "days_in_month", "year", "month")
              + "("
              + stored()
              + ")";
      default ->
          pick("abs", "exp", "sqrt", "ln", "log2", "log10", "sin", "atan", "tanh", "asinh", "deg")
              + "("
              + vector(depth - 1)
              + ")";
    };
  }

  private String chosen() {
    return switch (random.nextInt(6)) {
      case 5 -> pick("stddev", "stdvar") + grouping() + " (demo_memory_usage_bytes)";
      case 0 -> "topk" + grouping() + " (2, demo_memory_usage_bytes" + modifier() + ")";
      case 1 -> "bottomk" + grouping() + " (3, demo_negative" + modifier() + ")";
      case 2 -> "count_values" + grouping() + " (\"v\", " + stored() + ")";
      case 3 -> "absent(" + stored() + ")";
      default -> "timestamp(" + stored() + ")";
    };
  }

  private String labelled(int depth) {
    var of = vector(depth - 1);
    return random.nextBoolean()
        ? "label_replace(" + of + ", \"to\", \"$2-$1\", \"instance\", \"(.*):(.*)\")"
        : "label_join(" + of + ", \"to\", \"/\", \"job\", \"instance\")";
  }

  private String histogram() {
    var share = pick("0.1", "0.5", "0.9", "0.99", "0", "1", "-1");
    var buckets =
        pick(
            "demo_broken_bucket",
            "rate(demo_broken_bucket[5m])",
            "rate(demo_api_request_duration_seconds_bucket[3m])",
            "sum by (le) (rate(demo_api_request_duration_seconds_bucket[5m]))",
            "sum by (le, instance) (demo_api_request_duration_seconds_bucket)");
    return "histogram_quantile(" + share + ", " + buckets + ")";
  }

  private String subquery(int depth) {
    var function =
        pick(
            "max_over_time", "min_over_time", "sum_over_time", "count_over_time", "last_over_time");
    return function
        + "(("
        + vector(depth - 1)
        + ")"
        + pick("[5m:30s]", "[10m:1m]", "[3m:]", "[2m:17s]")
        + pick("", " offset 2m", " @ end()")
        + ")";
  }
}
