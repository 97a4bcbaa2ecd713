package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Expressions that people run. `-Dpromql.expressions=FILE` takes others.
class PromqlExpressionsTest {
  static List<String> expressions() {
    return ExpressionFile.lines("promql.expressions", "real_world.txt");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void theTextOfAnExpressionParsesToTheSameTree(String text) {
    var expr = Parser.parse(text, Options.DEFAULT);
    var again = Parser.parse(expr.toString(), Options.DEFAULT);
    assertThat(Trees.of(again)).isEqualTo(Trees.of(expr));
    assertThat(again).hasToString(expr.toString());
  }
}
