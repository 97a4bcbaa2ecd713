package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.store.Appender;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule whose alerts do not change their state costs no garbage, whether they fire or not.
class QuietEvaluationTest {
  private static final int WARM = 12_000;
  private static final int MEASURED = 200;
  private static final long STEP = 15_000;

  @TempDir Path directory;

  /// A rule, and the series that make it fire: name and growth a second.
  record Case(String rule, List<String> series) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("APIServiceDown", List.of("up{job=\"api\",instance=\"a\"} 0 0")),
        new Case(
            "HighErrorRate",
            List.of(
                "http_requests_total{job=\"api\",status=\"500\"} 0 1",
                "http_requests_total{job=\"api\",status=\"200\"} 0 1")),
        new Case(
            "HighResponseTime",
            List.of(
                bucket("0.5", 1),
                bucket("1.0", 2),
                bucket("+Inf", 9),
                "http_request_duration_seconds_count{job=\"api\"} 0 9")),
        new Case(
            "HighCPUUsage", List.of("node_cpu_seconds_total{mode=\"idle\",instance=\"n\"} 0 0.1")),
        new Case("HighMemoryUsage", List.of("process_resident_memory_bytes{job=\"api\"} 3e9 0")),
        new Case("HighDatabaseConnections", List.of("pg_stat_activity_count{instance=\"p\"} 81 0")),
        new Case(
            "SlowQueries",
            List.of(
                "pg_stat_statements_seconds_total{instance=\"p\"} 0 2",
                "pg_stat_statements_calls_total{instance=\"p\"} 0 1",
                "pg_stat_database_active_time_seconds_total{instance=\"p\"} 0 2",
                "pg_stat_database_xact_commit{instance=\"p\"} 0 1",
                "pg_stat_database_xact_rollback{instance=\"p\"} 0 0")),
        new Case(
            "HighRedisMemory",
            List.of(
                "redis_memory_used_bytes{instance=\"r\"} 90 0",
                "redis_memory_max_bytes{instance=\"r\"} 0 0",
                "redis_total_system_memory_bytes{instance=\"r\"} 100 0")),
        new Case(
            "HighTaskFailureRate",
            List.of(
                "celery_task_failed_total{job=\"celery\"} 0 1",
                "celery_task_succeeded_total{job=\"celery\"} 0 1")),
        new Case(
            "CeleryQueueBacklog",
            List.of("celery_queue_length{job=\"c\",queue_name=\"q\"} 1001 0")));
  }

  private static String bucket(String le, int growth) {
    return "http_request_duration_seconds_bucket{job=\"api\",le=\"" + le + "\"} 0 " + growth;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void allocatesNothing(Case one) throws Exception {
    try (var house = new House(directory)) {
      var load = new Load(house, one.series());
      try (var group = new GroupRun(only(one.rule()), house.context)) {
        for (int i = 0; i < WARM / 100; i++) {
          load.scrape();
          group.evaluate(house.now);
        }
        var view = (GroupView.AlertingView) GroupView.of(group).rules().getFirst();
        assertThat(view.state()).isEqualTo("firing");
        assertThat(allocated(house, load, group)).isZero();
      }
    }
  }

  /// The least of several rounds: what the JIT compiler's own work leaves in a round is not ours.
  private static long allocated(House house, Load load, GroupRun group) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < WARM / MEASURED && least > 0; round++) {
      long sum = 0;
      for (int i = 0; i < MEASURED / 10; i++) {
        load.scrape();
        long before = threads.getCurrentThreadAllocatedBytes();
        group.evaluate(house.now);
        sum += threads.getCurrentThreadAllocatedBytes() - before;
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  private static RuleGroup only(String name) throws Exception {
    var file = Path.of(QuietEvaluationTest.class.getResource("/zhilian-rules.yml").toURI());
    for (var group : RuleFile.read(file, Duration.ofSeconds(15))) {
      for (var rule : group.rules()) {
        if (rule.name().equals(name)) {
          return new RuleGroup("f", "g", group.interval(), 0, Duration.ZERO, List.of(rule));
        }
      }
    }
    throw new AssertionError("no rule " + name);
  }

  /// A target whose counters grow.
  private static final class Load {
    private final House house;
    private final Appender appender;
    private final int[] columns;
    private final double[] values;
    private final double[] growth;

    Load(House house, List<String> series) {
      this.house = house;
      this.appender = house.store.appender("load");
      this.columns = new int[series.size()];
      this.values = new double[series.size()];
      this.growth = new double[series.size()];
      var parts = new ArrayList<String[]>();
      series.forEach(line -> parts.add(line.split(" ")));
      appender.begin(house.now);
      for (int i = 0; i < columns.length; i++) {
        columns[i] = appender.column(House.labels(parts.get(i)[0]));
        values[i] = Double.parseDouble(parts.get(i)[1]);
        growth[i] = Double.parseDouble(parts.get(i)[2]) * STEP / 1000;
      }
    }

    void scrape() {
      house.now += STEP;
      appender.begin(house.now);
      for (int i = 0; i < columns.length; i++) {
        values[i] += growth[i];
        appender.put(columns[i], values[i]);
      }
      appender.commit();
    }
  }
}
