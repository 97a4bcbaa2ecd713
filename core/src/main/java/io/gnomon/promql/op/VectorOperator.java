package io.gnomon.promql.op;

import java.util.List;

/// Rows of values, a hole (`Absent.is`) where there is no value.
public abstract class VectorOperator extends Operator {
  private final List<Row> rows;

  protected VectorOperator(Frame frame, List<Row> rows, Operator... inputs) {
    super(frame, inputs);
    this.rows = rows;
  }

  public final List<Row> rows() {
    return rows;
  }

  public final int size() {
    return rows.size();
  }

  /// Writes the values of a row at all points of the grid.
  public abstract void row(int row, double[] out);

  /// Whether an instant vector of these rows has an order of its own; then the rows that have a
  /// value are put so, and their number is told. Else -1.
  public int order(int[] rows) {
    return -1;
  }

  protected final String describe(String what) {
    return what + " (" + size() + " rows)";
  }
}
