package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.api.Tag;

/// Any text is refused or prints as itself, with Jazzer looking for one that is not: it knows which
/// branches a text has reached and bends it towards others. `mvn verify` lets it look for a bounded
/// time, in a JVM of its own.
@Tag("fuzz")
class ParserGuidedFuzzTest {
  private static final Options EVERYTHING =
      new Options(300_000, 60_000, true, true, true, true, true);

  @FuzzTest(maxDuration = "10s")
  void everyTextIsRefusedOrPrintsAsItself(@NotNull String text) {
    Expr expr;
    try {
      expr = Parser.parse(text, EVERYTHING);
    } catch (QueryException e) {
      assertThat(e.kind()).isEqualTo(QueryException.Kind.BAD_DATA);
      return;
    }
    assertThat(Trees.of(Parser.parse(expr.toString(), EVERYTHING))).isEqualTo(Trees.of(expr));
    assertThat(Parser.parse(Prettier.print(expr), EVERYTHING)).hasToString(expr.toString());
  }
}
