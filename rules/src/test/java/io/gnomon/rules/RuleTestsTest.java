package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of promtool's format, all of which promtool passes too.
class RuleTestsTest {
  @ParameterizedTest
  @ValueSource(strings = {"zhilian-rules-test.yml", "templates-test.yml"})
  void passAsTheyPassThroughPromtool(String name) throws Exception {
    var report = RuleTests.run(file(name));
    assertThat(report.failures()).isEmpty();
    assertThat(report.checks()).isPositive();
  }

  @Test
  void sayWhatIsOtherThanExpected() throws Exception {
    var report = RuleTests.run(file("failing-test.yml"));
    assertThat(report.failures())
        .satisfiesExactly(
            first ->
                assertThat(first).contains("alertname: Big, time: 1m", "expected: []", "got: ["),
            second -> assertThat(second).contains("expr: a, time: 1m", "a 3", "a 2"));
  }

  private static Path file(String name) throws Exception {
    return Path.of(RuleTestsTest.class.getResource("/" + name).toURI());
  }
}
