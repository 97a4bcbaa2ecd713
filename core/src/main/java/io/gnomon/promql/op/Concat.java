package io.gnomon.promql.op;

import java.util.ArrayList;
import java.util.List;

/// The rows of several vectors, one after the other.
public final class Concat extends VectorOperator {
  private final List<VectorOperator> parts;

  private Concat(Frame frame, List<Row> rows, List<VectorOperator> parts) {
    super(frame, rows, parts.toArray(Operator[]::new));
    this.parts = parts;
  }

  public static VectorOperator of(Frame frame, String name, List<VectorOperator> parts) {
    var rows = new ArrayList<Row>();
    parts.forEach(part -> rows.addAll(part.rows()));
    return Relabel.of(frame, name, new Concat(frame, rows, parts), rows);
  }

  @Override
  public void row(int row, double[] out) {
    int within = row;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (within < part.size()) {
        part.row(within, out);
        return;
      }
      within -= part.size();
    }
  }

  @Override
  public String describe() {
    return describe("all of");
  }
}
