package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Expressions that are refused, a tab, and what promtool says to them. `-Dpromql.invalid=FILE`
/// takes others.
class PromqlInvalidTest {
  static List<String> cases() {
    return ExpressionFile.lines("promql.invalid", "invalid.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refusesWhatPromtoolRefuses(String line) {
    int tab = line.lastIndexOf('\t');
    assertThatThrownBy(() -> Parser.parse(line.substring(0, tab), Options.DEFAULT))
        .isInstanceOf(QueryException.class)
        .hasMessage(line.substring(tab + 1));
  }
}
