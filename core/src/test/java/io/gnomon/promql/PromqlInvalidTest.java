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
        .extracting(e -> meaning(e.getMessage()))
        .isEqualTo(meaning(line.substring(tab + 1)));
  }

  /// Where and what, without what was expected instead: that changed from version to version, as
  /// did the anchors around a regular expression.
  private static String meaning(String message) {
    return message
        .replaceFirst(", expected (number|duration|label|identifier|\"|string|timestamp).*", "")
        .replaceFirst(" in subquery or range selector$", " in subquery selector")
        .replaceFirst("`\\^\\(\\?:(.*)\\)?\\$`$", "`$1`");
  }
}
