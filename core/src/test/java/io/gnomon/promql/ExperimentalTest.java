package io.gnomon.promql;

import io.gnomon.promql.corpus.Corpus;
import io.gnomon.promql.corpus.EvalRunner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What stands behind `--enable-feature`, in the language of the corpus.
class ExperimentalTest {
  @TestFactory
  Stream<DynamicTest> everyCaseOfOurs() {
    return Corpus.evals(Corpus.EXPERIMENTAL).stream()
        .map(eval ->
            DynamicTest.dynamicTest(
                eval.toString(), () -> new EvalRunner(eval, Corpus.OPTIONS).run()));
  }
}
