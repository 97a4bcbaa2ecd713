package io.gnomon.promql;

import io.gnomon.promql.corpus.Corpus;
import io.gnomon.promql.corpus.Eval;
import io.gnomon.promql.corpus.EvalRunner;
import io.gnomon.promql.corpus.MemorySource;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Most of the reference's cases once more, over the real store.
class StoredCorpusTest {
  private static final StoreOptions OPTIONS = new StoreOptions(8 << 20, Long.MAX_VALUE, false);

  /// Fewer cases than this over one set of series are not worth opening a store; these are five of
  /// six cases.
  private static final int WORTH_A_STORE = 4;

  @TempDir Path folder;

  static Stream<Path> files() throws IOException {
    return Corpus.files().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theStoreGivesTheSameAnswers(Path file) throws IOException {
    int number = 0;
    for (var entry : bySource(file).entrySet()) {
      try (var store = Store.open(folder.resolve("" + number++), OPTIONS)) {
        entry.getKey().storeIn(store);
        for (var eval : entry.getValue()) {
          new EvalRunner(eval, store, Corpus.OPTIONS).run();
        }
      }
    }
  }

  private static Map<MemorySource, List<Eval>> bySource(Path file) {
    var all =
        Corpus.evals(file).stream()
            .collect(Collectors.groupingBy(Eval::source, LinkedHashMap::new, Collectors.toList()));
    all.values().removeIf(evals -> evals.size() < WORTH_A_STORE);
    return all;
  }
}
