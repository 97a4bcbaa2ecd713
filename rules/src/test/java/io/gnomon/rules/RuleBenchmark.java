package io.gnomon.rules;

import io.gnomon.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One slot of 5,000 alerting rules over 10,000 series: how much of an interval it takes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RuleBenchmark {
  private static final int RULES = 5000;
  private static final int SERIES_A_RULE = 2;
  private static final int SCRAPES = 40;

  private House house;
  private GroupRun group;

  @Setup
  public void open() throws IOException, RuleFileException {
    house = new House(Files.createTempDirectory("rules"));
    scrape();
    var rules = new StringBuilder("groups: [{name: g, rules: [");
    for (int i = 0; i < RULES; i++) {
      rules
          .append("{alert: A")
          .append(i)
          .append(", expr: 'sum by (job) (rate(requests_total{rule=\"")
          .append(i)
          .append("\"}[5m])) > 100', for: 1m},");
    }
    var text = rules.append("]}]").toString();
    group =
        new GroupRun(RuleFile.read("t", text, Duration.ofSeconds(15)).getFirst(), house.context);
  }

  private void scrape() {
    try (var appender = house.store.appender("load")) {
      for (int scrape = 0; scrape < SCRAPES; scrape++) {
        house.now += 15_000;
        appender.begin(house.now);
        for (int i = 0; i < RULES * SERIES_A_RULE; i++) {
          appender.put(appender.column(series(i)), scrape * 15.0);
        }
        appender.commit();
      }
    }
  }

  private static Labels series(int i) {
    return Labels.of(
        Labels.NAME,
        "requests_total",
        "job",
        "api",
        "rule",
        String.valueOf(i / SERIES_A_RULE),
        "instance",
        String.valueOf(i % SERIES_A_RULE));
  }

  @Benchmark
  public void slot() {
    group.evaluate(house.now);
  }

  @TearDown
  public void close() {
    group.close();
    house.close();
  }
}
