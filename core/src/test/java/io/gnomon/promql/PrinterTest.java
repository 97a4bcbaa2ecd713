package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a query is printed as: literals, names, operators, modifiers.
class PrinterTest {
  private static final Options EVERYTHING =
      new Options(300_000, 60_000, true, true, true, true, true);

  static Stream<Arguments> literals() {
    return Table.of(
        """
        1                  => 1
        -1                 => -1
        - -1               => 1
        +1                 => 1
        1_000.5            => 1000.5
        .5                 => 0.5
        5.                 => 5
        1e3                => 1000
        1E-7               => 0.0000001
        1e22               => 10000000000000000000000
        0x1F_F0            => 8176
        0777               => 511
        08                 => 8
        9007199254740993   => 9007199254740992
        inf                => +Inf
        -Inf               => -Inf
        nAn                => NaN
        -0                 => -0
        1h30m              => 1h30m
        90d                => 90d
        14d                => 2w
        365d               => 1y
        1w1d               => 8d
        1500ms             => 1s500ms
        0s                 => 0s
        -5m                => -5m
        "a\\"b"            => "a\\"b"
        'say "hi"'         => "say \\"hi\\""
        `raw \\n`          => "raw \\\\n"
        "\\x41\\101\\u00e9\\U0001F600" => "AAé😀"
        "\\a\\b\\f\\n\\r\\t\\v" => "\\a\\b\\f\\n\\r\\t\\v"
        "\\xff\\xc3\\xa9"  => "\\xffé"
        "\\u200b"          => "\\u200b"
        """);
  }

  static Stream<Arguments> names() {
    return Table.of(
        """
        foo                          => foo
        foo:bar:sum                  => foo:bar:sum
        foo{}                        => foo
        foo{b="1",a!="2",}           => foo{a!="2",b="1"}
        foo{a=~'x.*',a!~"y"}         => foo{a!~"y",a=~"x.*"}
        {__name__="foo"}             => {__name__="foo"}
        {"my.metric"}                => {__name__="my.metric"}
        {"my.metric", "my.label"="x"} => {"my.label"="x",__name__="my.metric"}
        foo{by="1",offset="2"}       => foo{by="1",offset="2"}
        sum + by + offset + start    => sum + by + offset + start
        SUM + And                    => SUM + And
        fill + fill_left             => fill + fill_left
        step offset 5m               => step offset 5m
        sum by (by, on, "my.label",) (x) => sum by (by, on, "my.label") (x)
        foo # comment                => foo
        """);
  }

  static Stream<Arguments> operators() {
    return Table.of(
        """
        1+2*3^4              => 1 + 2 * 3 ^ 4
        a or b and c         => a or b and c
        a AND b              => a and b
        -a^2                 => -a ^ 2
        -2^2                 => -2 ^ 2
        +a                   => +a
        a == bool 1          => a == bool 1
        a atan2 b            => a atan2 b
        a </ 1 >/ 2          => a </ 1 >/ 2
        a + on() b           => a + on () b
        a + ignoring() b     => a + b
        a + on(x,y) group_left(z) b => a + on (x, y) group_left (z) b
        a * ignoring(x) group_right b => a * ignoring (x) group_right () b
        a + on(x) group_left (b) c => a + on (x) group_left (b) c
        a + fill(0) b        => a + fill (0) b
        a + on(x) fill_right(-1) fill_left(2) b => a + on (x) fill_left (2) fill_right (-1) b
        1 + on() 2           => 1 + 2
        ((a))                => ((a))
        """);
  }

  static Stream<Arguments> calls() {
    return Table.of(
        """
        rate(foo[5m])                 => rate(foo[5m])
        time()                        => time()
        sum(foo)                      => sum(foo)
        sum(foo) by (a)               => sum by (a) (foo)
        sum by () (foo)               => sum(foo)
        sum without () (foo)          => sum without () (foo)
        topk(3, foo) without (a)      => topk without (a) (3, foo)
        count_values("v", foo)        => count_values("v", foo)
        Quantile(.5, foo)             => quantile(0.5, foo)
        limitk(2, foo)                => limitk(2, foo)
        label_join(foo, "a", ",", "b", "c") => label_join(foo, "a", ",", "b", "c")
        info(foo, {a=~".*"})          => info(foo, {a=~".*"})
        round(foo)                    => round(foo)
        hour()                        => hour()
        """);
  }

  static Stream<Arguments> modifiers() {
    return Table.of(
        """
        foo[600]                      => foo[10m]
        foo[ 1h30m ]                  => foo[1h30m]
        foo[1.5]                      => foo[1s500ms]
        foo offset 50                 => foo offset 50s
        foo offset -1w                => foo offset -1w
        foo offset 0                  => foo
        foo @ 10                      => foo @ 10.000
        foo @ 1m40s                   => foo @ 100.000
        foo @ -1.5                    => foo @ -1.500
        foo @ start() offset 5m       => foo @ start() offset 5m
        foo[5m] offset 1m @ end()     => foo[5m] @ end() offset 1m
        foo[1h:]                      => foo[1h:]
        foo[30:10]                    => foo[30s:10s]
        rate(foo[5m])[1h:1m] @ 5 offset 2m => rate(foo[5m])[1h:1m] @ 5.000 offset 2m
        foo offset 100 + 2            => foo offset 1m40s + 2
        foo offset -2^2               => foo offset -2s ^ 2
        """);
  }

  static Stream<Arguments> experiments() {
    return Table.of(
        """
        foo[5m+1m*2]                  => foo[5m + 1m * 2]
        foo[(5m+1m)*2]                => foo[(5m + 1m) * 2]
        foo[2^3^2s]                   => foo[2 ^ 3 ^ 2s]
        foo[step()+1]                 => foo[step() + 1]
        foo[min_of(step(),1m):max_of(step(),5s)] => foo[min_of(step(), 1m):max_of(step(), 5s)]
        foo[-(-5m)]                   => foo[5m]
        foo offset (100+2)            => foo offset (100 + 2)
        foo offset -(5m+1m)           => foo offset -(5m + 1m)
        foo offset step() * 2         => foo offset step() * 2
        foo offset range()            => foo offset range()
        foo[5m] anchored              => foo[5m] anchored
        foo[5m] smoothed offset 1m    => foo[5m] smoothed offset 1m
        foo smoothed                  => foo smoothed
        start() + end() + step() + range() => start() + end() + step() + range()
        """);
  }

  @ParameterizedTest
  @MethodSource({"literals", "names", "operators", "calls", "modifiers", "experiments"})
  void printsAsPrometheusDoes(String text, String printed) {
    var expr = Parser.parse(text, EVERYTHING);
    assertThat(expr).hasToString(printed);
    assertThat(Trees.of(Parser.parse(printed, EVERYTHING))).isEqualTo(Trees.of(expr));
  }
}
