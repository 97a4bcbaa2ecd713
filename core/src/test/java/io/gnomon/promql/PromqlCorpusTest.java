package io.gnomon.promql;

import io.gnomon.promql.corpus.Corpus;
import io.gnomon.promql.corpus.EvalRunner;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The reference's own cases, `promql/corpus/*.test`, each run as the reference runs it. Others of
/// the same form: `-Dpromql.corpus=FOLDER`.
class PromqlCorpusTest {
  @TestFactory
  Stream<DynamicContainer> everyCaseOfTheReference() throws IOException {
    return Corpus.files().stream()
        .map(file ->
            DynamicContainer.dynamicContainer(
                file.getFileName().toString(),
                Corpus.evals(file).stream()
                    .map(eval ->
                        DynamicTest.dynamicTest(
                            eval.toString(), () -> new EvalRunner(eval, Corpus.OPTIONS).run()))));
  }
}
