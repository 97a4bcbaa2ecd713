package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Which rows an aggregation takes together, settled when bound.
public final class Grouping {
  private final Map<Labels, Integer> numbers = new LinkedHashMap<>();
  private final List<Row> groups = new ArrayList<>();
  private final int[] groupOf;

  /// By these labels, or by all but these and the name.
  public Grouping(boolean without, Collection<String> labels, List<Row> rows) {
    var left = new LinkedHashSet<>(labels);
    left.add(Labels.NAME);
    groupOf =
        rows.stream()
            .mapToInt(row ->
                number(row, without ? row.labels().without(left) : row.labels().only(labels)))
            .toArray();
  }

  /// A group's name counts as dropped when its first row's does.
  private int number(Row row, Labels key) {
    return numbers.computeIfAbsent(
        key,
        _ -> {
          groups.add(new Row(key, row.nameless()));
          return groups.size() - 1;
        });
  }

  public List<Row> groups() {
    return groups;
  }

  public int of(int row) {
    return groupOf[row];
  }

  /// The rows of each group.
  public int[][] members() {
    return Signatures.members(groupOf, groups.size());
  }
}
