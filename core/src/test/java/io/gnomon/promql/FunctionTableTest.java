package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.gnomon.promql.corpus.Corpus;
import io.gnomon.promql.corpus.MemorySource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No function is only a name.
class FunctionTableTest {
  static Stream<String> calls() {
    return Functions.all().stream().map(FunctionTableTest::call);
  }

  private static String call(Function function) {
    return function.args().stream()
        .map(FunctionTableTest::argument)
        .collect(Collectors.joining(", ", function.name() + "(", ")"))
        .replace("info(a, a)", "info(a, {b=\"c\"})")
        .replace("\"a\", \"a\", \"a\", \"a\"", "\"a\", \"$1\", \"b\", \"(.*)\"");
  }

  private static String argument(Expr.Type type) {
    return switch (type) {
      case VECTOR -> "a";
      case MATRIX -> "a[5m]";
      case SCALAR -> "0.5";
      case STRING -> "\"a\"";
    };
  }

  @ParameterizedTest
  @MethodSource("calls")
  void everyFunctionCanBePlannedAndRun(String query) {
    var engine = new Engine(MemorySource.EMPTY, Corpus.OPTIONS);
    assertThatCode(() -> engine.plan(query, Limits.DEFAULT).run(0, 1000, 3))
        .doesNotThrowAnyException();
  }
}
