package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The match groups of a binary operator, numbered when bound: rows of both sides that agree in the
/// labels of `on`, or in all but the name and those of `ignoring`.
final class Signatures {
  private final boolean on;
  private final Set<String> labels;
  private final Map<Labels, Integer> numbers = new HashMap<>();

  Signatures(Expr.Matching matching) {
    on = matching.on();
    labels = new LinkedHashSet<>(matching.labels());
    if (!on) {
      labels.add(Labels.NAME);
    }
  }

  /// The labels that a row is matched by.
  Labels key(Labels row) {
    return on ? row.only(labels) : row.without(labels);
  }

  int[] number(List<Row> rows) {
    return rows.stream()
        .mapToInt(row -> numbers.computeIfAbsent(key(row.labels()), _ -> numbers.size()))
        .toArray();
  }

  int size() {
    return numbers.size();
  }

  /// The rows of each group.
  static int[][] members(int[] groupOf, int groups) {
    var members = new ArrayList<List<Integer>>();
    for (int g = 0; g < groups; g++) {
      members.add(new ArrayList<>());
    }
    for (int r = 0; r < groupOf.length; r++) {
      members.get(groupOf[r]).add(r);
    }
    return members.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
