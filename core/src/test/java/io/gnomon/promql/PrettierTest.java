package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrettierTest {
  @Test
  void leavesWhatFitsOnALine() {
    assertThat(pretty("sum( rate(a[5m]) )by(b)>1")).isEqualTo("sum by (b) (rate(a[5m])) > 1");
  }

  @Test
  void splitsWhatIsTooLong() {
    assertThat(
            pretty(
                """
                100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{job="node",mode="idle"}[5m])))
                  > on (instance) group_left (team) topk(3, -max_over_time(threshold_of_the_team{team=~"a|b"}[1h]))
                """))
        .isEqualTo(
            String.join(
                "\n",
                "  100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{job=\"node\",mode=\"idle\"}[5m])))",
                "> on (instance) group_left (team)",
                "  topk(3, -max_over_time(threshold_of_the_team{team=~\"a|b\"}[1h]))"));
  }

  @Test
  void splitsCallsAggregationsAndParentheses() {
    var name = "a_metric_with_a_very_long_name_that_takes_nearly_all_of_the_room_on_a_line_of_text";
    assertThat(pretty("(topk by (b) (3, clamp(" + name + "{b=\"c\"}, 1, 2)))"))
        .isEqualTo(
            """
            (
              topk by (b) (
                3,
                clamp(
                  %s{b="c"},
                  1,
                  2
                )
              )
            )\
            """
                .formatted(name));
  }

  @Test
  void whatItPrintsMeansTheSame() {
    var texts = PromqlExpressionsTest.expressions().stream().filter(text -> text.length() > 200);
    for (var text : texts.toList()) {
      var expr = Parser.parse(text, Options.DEFAULT);
      assertThat(Parser.parse(Prettier.print(expr), Options.DEFAULT)).hasToString(expr.toString());
    }
  }

  private static String pretty(String text) {
    return Prettier.print(Parser.parse(text, Options.DEFAULT));
  }
}
