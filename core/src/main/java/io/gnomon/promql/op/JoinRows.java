package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Expr.Cardinality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The rows that a join can yield: for each pair of rows that may meet, the row of the answer. The
/// sides are called many and one; in a one-to-one join the left is the many side.
final class JoinRows {
  private final Expr.Binary expr;
  private final Expr.Matching matching;
  private final Frame frame;
  private final Signatures signatures;
  private final List<Row> many;
  private final List<Row> one;
  private final Map<Labels, Integer> numbers = new LinkedHashMap<>();
  private final LinkedHashMap<Integer, Row> rows = new LinkedHashMap<>();

  JoinRows(
      Expr.Binary expr,
      Expr.Matching matching,
      Frame frame,
      Signatures signatures,
      List<Row> many,
      List<Row> one) {
    this.expr = expr;
    this.matching = matching;
    this.frame = frame;
    this.signatures = signatures;
    this.many = many;
    this.one = one;
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /// For each row of the many side, the answer's row by the place of its partner among the rows of
  /// its match group.
  int[][] pairs(int[] manyGroup, int[][] oneOfGroup) {
    var pairs = new int[many.size()][];
    for (int m = 0; m < pairs.length; m++) {
      var labels = many.get(m).labels();
      frame.budget().hold(oneOfGroup[manyGroup[m]].length);
      frame.budget().look();
      pairs[m] =
          IntStream.of(oneOfGroup[manyGroup[m]])
              .map(o -> number(result(labels, one.get(o).labels())))
              .toArray();
    }
    return pairs;
  }

  /// The answer's rows for rows that find no partner and are joined with a fill value: of the many
  /// side, or of the one side.
  int[] alone(List<Row> side, boolean isMany) {
    return side.stream()
        .mapToInt(row -> {
          var key = signatures.key(row.labels());
          return number(isMany ? result(row.labels(), key) : result(key, row.labels()));
        })
        .toArray();
  }

  private int number(Labels labels) {
    return numbers.computeIfAbsent(
        labels,
        _ -> {
          rows.put(rows.size(), new Row(labels, expr.bool()));
          return rows.size() - 1;
        });
  }

  private Labels result(Labels many, Labels one) {
    boolean nameless =
        !expr.op().isComparison() || expr.bool() && !frame.options().delayedNameRemoval();
    var labels = nameless ? many.without(Row.NAME_LABELS) : many;
    if (matching.cardinality() == Cardinality.ONE_TO_ONE) {
      labels = matching.on() ? labels.only(matching.labels()) : labels.without(matching.labels());
    }
    for (var name : matching.include()) {
      labels = labels.with(name, one.get(name));
    }
    return labels;
  }
}
