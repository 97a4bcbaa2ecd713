package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Queries made to hurt are refused before they cost anything.
class HostileQueryTest {
  private static final Map<String, String> DEEP =
      Map.of(
          "parentheses", "(".repeat(10_000) + "1" + ")".repeat(10_000),
          "open parentheses", "(".repeat(10_000),
          "signs", "-".repeat(10_000) + "a",
          "calls", "abs(".repeat(10_000) + "a" + ")".repeat(10_000),
          "a chain of operators", "a" + " + a".repeat(10_000),
          "a chain of powers", "a" + " ^ a".repeat(10_000),
          "subqueries of subqueries", "a" + "[5m:]".repeat(10_000),
          "an offset in parentheses", "a offset " + "(".repeat(10_000),
          "signs of a duration", "a[" + "-".repeat(10_000) + "1]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parentheses",
        "open parentheses",
        "signs",
        "calls",
        "a chain of operators",
        "a chain of powers",
        "subqueries of subqueries",
        "an offset in parentheses",
        "signs of a duration"
      })
  void refusesDeepNesting(String kind) {
    assertThatThrownBy(() -> Parser.parse(DEEP.get(kind), Options.DEFAULT))
        .isInstanceOf(QueryException.class)
        .hasMessageMatching("1:\\d+: parse error: nesting too deep, at most 500 levels");
  }

  @Test
  void refusesALongText() {
    assertThatThrownBy(() -> Parser.parse("a".repeat(1_000_000), Options.DEFAULT))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("query too long: 1000000 characters, at most 131072");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(((x{100}){100}){100}){100}",
        "x{1001}",
        "x{1,99999}",
        "((x{40}){40})",
        "(?:[a-z)]{20}){60}"
      })
  void refusesARepetitionThatExplodes(String regex) {
    assertThatThrownBy(() -> Parser.parse("a{b=~\"" + regex + "\"}", Options.DEFAULT))
        .hasMessageStartingWith("1:3: parse error: error parsing regexp: invalid repeat count");
  }

  @Test
  void refusesALongRegularExpression() {
    assertThatThrownBy(() -> Parser.parse("a{b=~\"" + "x".repeat(1025) + "\"}", Options.DEFAULT))
        .hasMessageContaining("expression too long: 1025 characters, at most 1024");
  }

  @Test
  void refusesAWideRepetition() {
    assertThatThrownBy(
            () -> Parser.parse("a{b=~\"(" + "x".repeat(900) + "){1000}\"}", Options.DEFAULT))
        .hasMessageContaining("expression too large");
  }
}
