package io.gnomon.promql;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import io.gnomon.promql.corpus.MemorySource;
import io.gnomon.store.SeriesSource;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Expressions that people run. `-Dpromql.expressions=FILE` takes others.
class PromqlExpressionsTest {
  private static final long STEP = 15_000;
  private static final int SCRAPES = 50;
  private static final long START = 1_700_000_000_000L;
  private static final long END = START + (SCRAPES - 1) * STEP;
  private static final double[] VALUES = {0, 1};

  @TempDir private static Path directory;
  private static Store store;

  static List<String> expressions() {
    return ExpressionFile.lines("promql.expressions", "real_world.txt");
  }

  /// A database of all the series that the expressions select.
  @BeforeAll
  static void fill() throws IOException {
    store = Store.open(directory, new StoreOptions(64 << 20, Long.MAX_VALUE, false));
    var series = new TreeSet<Labels>();
    for (var text : expressions()) {
      series.addAll(SelectedSeries.of(Parser.parse(text, Options.DEFAULT)));
    }
    try (var appender = store.appender("everything")) {
      for (int scrape = 0; scrape < SCRAPES; scrape++) {
        appender.begin(START + scrape * STEP);
        for (var labels : series) {
          appender.put(appender.column(labels), scrape);
        }
        appender.commit();
      }
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionPrintsAsItselfAndRunsOverTheSeriesItSelects(String text) {
    var expr = Parser.parse(text, Options.DEFAULT);
    var again = Parser.parse(expr.toString(), Options.DEFAULT);
    assertThat(Trees.of(again)).isEqualTo(Trees.of(expr));
    assertThat(again).hasToString(expr.toString());
    for (var select : SelectedSeries.selectors(expr)) {
      boolean contradicts = SelectedSeries.of(select).isEmpty();
      assertThat(store.select(select.matchers()).length == 0).isEqualTo(contradicts);
    }
    run(expr);
  }

  /// Where the series of other expressions get between the two sides of a join, the expression runs
  /// over its own.
  private static void run(Expr expr) {
    try {
      run(expr, store);
    } catch (QueryException e) {
      assertThat(e).hasMessageMatching("(?s)(found duplicate series|vector cannot contain).*");
      run(expr, own(expr));
    }
  }

  private static void run(Expr expr, SeriesSource source) {
    var result = new Engine(source, Options.DEFAULT).plan(expr, Limits.DEFAULT).at(END);
    for (int i = 0; i < result.size(); i++) {
      assertThat(result.labels(result.row(i))).isNotNull();
    }
  }

  private static SeriesSource own(Expr expr) {
    return MemorySource.EMPTY.with(
        END, SelectedSeries.of(expr).stream().collect(toMap(labels -> labels, _ -> VALUES)));
  }
}
