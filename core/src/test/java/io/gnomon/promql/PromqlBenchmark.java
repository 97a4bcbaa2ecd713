package io.gnomon.promql;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What one evaluation of a bound plan costs over a day of 15 s samples in a real store.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PromqlBenchmark {
  private static final long HOUR = 3_600_000;

  /// The queries by name.
  public enum Question {
    SELECT_3200("node_cpu_seconds_total", 0, 0),
    RATE_3200("rate(node_cpu_seconds_total[5m])", 0, 0),
    ERROR_RATIO_2500(
        "sum by (instance) (rate(http_requests_total{status=~\"5..\"}[5m]))"
            + " / sum by (instance) (rate(http_requests_total[5m])) > 0.05",
        0,
        0),
    TOPK("topk(10, sum by (instance, path) (rate(http_requests_total[5m])))", 0, 0),
    MAX_OF_DAY("max_over_time(node_memory_bank_bytes[1d])", 0, 0),
    SUM_RATE_24H("sum by (mode) (rate(node_cpu_seconds_total[5m]))", 24 * HOUR, 60_000),
    QUANTILE_24H(
        "histogram_quantile(0.95,"
            + " sum by (le, path) (rate(http_request_duration_seconds_bucket[5m])))",
        24 * HOUR,
        60_000),
    GROUP_LEFT_24H(
        "sum by (instance, mode) (rate(node_cpu_seconds_total[5m]))"
            + " / on (instance) group_left () sum by (instance) (rate(node_cpu_seconds_total[5m]))",
        24 * HOUR,
        60_000),
    SUBQUERY_6H(
        "max_over_time(sum by (instance) (rate(http_requests_total[5m]))[30m:1m])",
        6 * HOUR,
        60_000),
    PANEL_1H("sum by (instance) (queue_depth)", HOUR, 15_000);

    private final String expr;
    private final long range;
    private final long step;

    Question(String expr, long range, long step) {
      this.expr = expr;
      this.range = range;
      this.step = step;
    }

    private int size() {
      return range == 0 ? 1 : (int) (range / step);
    }
  }

  @Param public Question question = Question.SELECT_3200;

  private FleetStore fleet;
  private Plan plan;

  @Setup
  public void fill() throws IOException {
    fleet = new FleetStore(question.expr);
    plan = new Engine(fleet.store(), Options.DEFAULT).plan(question.expr, Limits.NONE);
  }

  @TearDown
  public void close() throws IOException {
    fleet.close();
  }

  @Benchmark
  public Result evaluate() {
    int size = question.size();
    return plan.run(FleetStore.END - (size - 1) * question.step, question.step, size);
  }
}
