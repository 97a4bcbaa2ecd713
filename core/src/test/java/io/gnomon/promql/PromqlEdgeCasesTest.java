package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.corpus.MemorySource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Queries of an empty database at one time, a tab, and what Prometheus 3.5.3's API answered: type,
/// labels and values, or kind and text of the error. `-Dpromql.edge=FILE` takes others.
class PromqlEdgeCasesTest {
  private static final long TIME = 1_700_000_000_000L;

  private final Engine engine = new Engine(MemorySource.EMPTY, Options.DEFAULT);

  static List<String> cases() {
    return ExpressionFile.lines("promql.edge", "edge_cases.tsv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsPrometheusDoes(String line) {
    var columns = line.split("\t");
    assertThat(answer(columns[0]).strip()).isEqualTo(columns[1].strip());
  }

  private String answer(String query) {
    try {
      return print(engine.plan(query, Limits.DEFAULT).at(TIME));
    } catch (QueryException e) {
      boolean badData = e.kind() == QueryException.Kind.BAD_DATA;
      return e.kind().text()
          + ": "
          + (badData ? "invalid parameter \"query\": " : "")
          + e.getMessage();
    }
  }

  private static String print(Result result) {
    var data =
        switch (result.type()) {
          case STRING -> result.string();
          case SCALAR -> Numbers.plain(result.values(0)[0]);
          case VECTOR, MATRIX -> rows(result);
        };
    return word(result.type()) + " " + data + warnings(result.warnings());
  }

  private static String word(Expr.Type type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String rows(Result result) {
    return IntStream.range(0, result.size())
        .map(result::row)
        .filter(row -> !Absent.is(result.values(row)[0]))
        .mapToObj(row -> labels(result.labels(row)) + " " + Numbers.sample(result.values(row)[0]))
        .collect(Collectors.joining(", "));
  }

  private static String labels(Labels labels) {
    return labels.toMap().entrySet().stream()
        .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String warnings(List<String> warnings) {
    return warnings.isEmpty() ? "" : "  [warnings: " + String.join("; ", warnings) + "]";
  }
}
