package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleLintTest {
  private static final Duration SLOT = Duration.ofSeconds(15);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate(http_requests_total{status=~"5.."}[5m]) / rate(http_requests_total[5m]) > 0.05 | always 1
          sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.05 | ''
          redis_memory_used_bytes / redis_memory_max_bytes * 100 > 80 | which is 0 now for {instance="r"}
          redis_memory_used_bytes / (redis_memory_max_bytes > 0) * 100 > 80 | ''
          absent_metric{job="x"} > 1 | matches nothing: there is no series absent_metric{job="x"}
          absent_metric or http_requests_total | ''
          """)
  void findsWhatIsProbablyNotMeant(String expr, String expected) throws RuleFileException {
    var series = new MemorySeries();
    add(series, "http_requests_total{status=\"500\"}", 1);
    add(series, "redis_memory_used_bytes{instance=\"r\"}", 100);
    add(series, "redis_memory_max_bytes{instance=\"r\"}", 0);
    var text = "groups: [{name: g, rules: [{alert: A, expr: '" + expr + "'}]}]";
    var groups = RuleFile.read("t", text, SLOT);
    var found = new java.util.ArrayList<>(RuleLint.ofText(groups));
    found.addAll(new RuleLint(series, 1000).ofData(groups));
    assertThat(String.join("; ", found))
        .matches(s -> expected.isEmpty() ? s.isEmpty() : s.contains(expected));
  }

  @Test
  void theBuiltInRulesAreClean() {
    assertThat(RuleLint.ofText(BuiltinRules.read(Map.of(), SLOT))).isEqualTo(List.of());
  }

  private static void add(MemorySeries series, String name, double value) {
    series.add(series.id(House.labels(name)), 1000, value);
  }
}
