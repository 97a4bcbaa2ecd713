package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Rows under other labels, settled when bound. Rows that come to the same labels become one; they
/// may take turns, but not speak at the same point.
public final class Relabel extends VectorOperator {
  private final String name;
  private final VectorOperator of;
  private final int[][] sources;
  private final int[] targets;
  private double[] line = {};

  private Relabel(Frame frame, String name, VectorOperator of, List<Row> rows, int[][] sources) {
    super(frame, rows, of);
    this.name = name;
    this.of = of;
    this.sources = sources;
    this.targets = targets(sources, of.size());
  }

  /// Where each of the operator's rows went.
  private static int[] targets(int[][] sources, int size) {
    var targets = new int[size];
    for (int r = 0; r < sources.length; r++) {
      for (int source : sources[r]) {
        targets[source] = r;
      }
    }
    return targets;
  }

  /// `renamed` has a new row for each of the operator's.
  public static VectorOperator of(Frame frame, String name, VectorOperator of, List<Row> renamed) {
    var rows = new LinkedHashMap<Labels, Row>();
    var sources = new LinkedHashMap<Labels, List<Integer>>();
    for (int r = 0; r < renamed.size(); r++) {
      var row = renamed.get(r);
      rows.putIfAbsent(row.labels(), row);
      sources.computeIfAbsent(row.labels(), _ -> new ArrayList<>()).add(r);
    }
    if (rows.size() == renamed.size() && renamed.equals(of.rows())) {
      return of;
    }
    var indices =
        sources.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new Relabel(frame, name, of, List.copyOf(rows.values()), indices);
  }

  @Override
  public void row(int row, double[] out) {
    int[] from = sources[row];
    of.row(from[0], out);
    for (int i = 1; i < from.length; i++) {
      line = frame.fit(line);
      of.row(from[i], line);
      merge(line, out);
    }
  }

  private void merge(double[] from, double[] into) {
    for (int k = 0; k < frame.size(); k++) {
      if (!Absent.is(from[k])) {
        if (!Absent.is(into[k])) {
          throw sameLabels();
        }
        into[k] = from[k];
      }
    }
  }

  static QueryException sameLabels() {
    return new QueryException(
        Kind.EXECUTION, "vector cannot contain metrics with the same labelset");
  }

  @Override
  public int order(int[] rows) {
    int count = of.order(rows);
    for (int i = 0; i < count; i++) {
      rows[i] = targets[rows[i]];
    }
    return count;
  }

  @Override
  public String describe() {
    return describe(name);
  }
}
