package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is no query, and what is said to it: the words are Prometheus's.
class ParseErrorTest {
  static Stream<Arguments> characters() {
    return Table.of(
        """
        foo $                => 1:5: unexpected character: '$'
        foo ! bar            => 1:5: unexpected character after '!': ' '
        foo =~ bar           => 1:5: unexpected character after '=': '~'
        (foo                 => 1:5: unclosed left parenthesis
        foo)                 => 1:5: unexpected right parenthesis ')'
        foo[5m               => 1:7: unclosed left bracket
        foo[5m]]             => 1:8: unexpected right bracket ']'
        foo{a="b"            => 1:10: unexpected end of input inside braces
        foo{a="b             => 1:7: unterminated quoted string
        "\\q"                => 1:1: unknown escape sequence U+0071 'q'
        "\\ud800"            => 1:1: escape sequence is an invalid Unicode code point
        1..2                 => 1:1: bad number or duration syntax: "1.."
        1y1y                 => 1:1: bad number or duration syntax: "1y1"
        1h2h                 => 1:1: not a valid duration string: "1h2h"
        5ys                  => 1:1: unknown unit "ys" in duration "5ys"
        1e999                => 1:1: error parsing number: strconv.ParseFloat: parsing "1e999": value out of range
        "é" + foo)           => 1:12: unexpected right parenthesis ')'
        """);
  }

  static Stream<Arguments> grammar() {
    return Table.of(
        """
        foo bar              => 1:5: unexpected identifier "bar"
        foo +                => 1:6: unexpected end of input
        sum(foo bar)         => 1:9: unexpected identifier "bar" in aggregation
        sum by foo (bar)     => 1:8: unexpected identifier "foo" in grouping opts, expected "("
        sum by (without) (a) => 1:9: unexpected <without> in grouping opts, expected label
        sum by (a b) (c)     => 1:11: unexpected identifier "b" in grouping opts, expected "," or ")"
        sum by ("") (c)      => 1:9: invalid label name for grouping: ""
        a + on(x) group_left => 1:21: unexpected end of input in grouping opts, expected "("
        foo{1}               => 1:5: unexpected character inside braces: '1'
        foo{a}               => 1:6: unexpected "}" in label matching, expected label matching operator
        foo{a=b}             => 1:7: unexpected identifier "b" in label matching, expected string
        foo{a="b" c="d"}     => 1:11: unexpected identifier "c" in label matching, expected "," or "}"
        foo{a=~"("}          => 1:5: error parsing regexp: missing closing ): `(`
        foo{a=~"b)(c"}       => 1:5: error parsing regexp: unexpected ): `b)(c`
        foo[]                => 1:5: unexpected "]" in subquery or range selector, expected number, duration, step(), or range()
        foo[5m:x]            => 1:8: unexpected character: 'x', expected ':'
        foo[0]               => 1:5: duration must be greater than 0
        foo[5m:0]            => 1:8: duration must be greater than 0
        foo[-5m]             => 1:5: duration must be greater than 0
        foo offset           => 1:11: unexpected end of input in offset, expected number, duration, step(), or range()
        foo @ bar            => 1:7: unexpected identifier "bar" in @, expected timestamp
        nothing(1)           => 1:1: unknown function with name "nothing"
        rate(foo[5m],)       => 1:13: trailing commas not allowed in function call args
        sum()                => 1:1: no arguments for aggregate expression provided
        topk(foo)            => 1:1: wrong number of arguments for aggregate expression provided, expected 2, got 1
        """);
  }

  static Stream<Arguments> types() {
    return Table.of(
        """
        foo[5m] + 1          => 1:1: binary expression must contain only scalar and instant vector types
        1 == 2               => 1:3: comparisons between scalars must use BOOL modifier
        a and on(x) group_left(y) b => 1:1: no grouping allowed for "and" operation
        a + on(x) group_left(x) b => 1:3: label "x" must not occur in ON and GROUP clause at once
        -"a"                 => 1:1: unary expression only allowed on expressions of type scalar or instant vector, got "string"
        "a"[5m:]             => 1:1: subquery is only allowed on instant vector, got string instead
        rate(foo)            => 1:6: expected type range vector in call to function "rate", got instant vector
        rate()               => 1:1: expected 1 argument(s) in call to "rate", got 0
        round()              => 1:1: expected at least 1 argument(s) in call to "round", got 0
        round(a, 1, 2)       => 1:1: expected at most 2 argument(s) in call to "round", got 3
        label_join(a, "b")   => 1:1: expected at least 3 argument(s) in call to "label_join", got 2
        count_values(1, foo) => 1:14: expected type string in aggregation parameter, got scalar
        foo{__name__="bar"}  => 1:1: metric name must not be set twice: "foo" or "bar"
        {a=~".*"}            => 1:1: vector selector must contain at least one non-empty matcher
        foo offset 1m offset 2m => 1:1: offset may not be set multiple times
        foo @ 1 @ 2          => 1:1: @ <timestamp> may not be set multiple times
        (foo) @ 1            => 1:1: @ modifier must be preceded by an instant vector selector or range vector selector or a subquery
        """);
  }

  static Stream<Arguments> experiments() {
    return Table.of(
        """
        mad_over_time(foo[5m]) => 1:1: function "mad_over_time" is not enabled
        limitk(1, foo)       => 1:1: limitk() is experimental and must be enabled with --enable-feature=promql-experimental-functions
        foo[5m+1m]           => 1:5: experimental duration expression is not enabled
        foo[(5m)]            => 1:6: experimental duration expression is not enabled
        foo offset step()    => 1:12: experimental duration expression is not enabled
        foo[5m] anchored     => 1:1: anchored modifier is experimental and not enabled
        a + fill(0) b        => 1:1: binop fill modifiers are experimental and not enabled
        """);
  }

  @ParameterizedTest
  @MethodSource({"characters", "grammar", "types", "experiments"})
  void saysWhereAndWhat(String text, String error) {
    var message = error.replaceFirst("(\\d+:\\d+)", "$1: parse error");
    assertThatThrownBy(() -> Parser.parse(text, Options.DEFAULT))
        .isInstanceOf(QueryException.class)
        .hasMessage(message);
  }

  @Test
  void countsLines() {
    assertThatThrownBy(() -> Parser.parse("foo +\n  bar )", Options.DEFAULT))
        .hasMessage("2:8: parse error: unexpected right parenthesis ')'");
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> Parser.parse("", Options.DEFAULT))
        .hasMessage("unknown position: parse error: no expression found in input");
  }
}
