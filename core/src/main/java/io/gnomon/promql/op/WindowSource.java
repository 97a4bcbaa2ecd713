package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.store.Window;
import java.util.List;

/// Samples under a window that slides over the grid: `(end - range, end]` at each point.
public abstract class WindowSource extends Operator {
  private final List<Row> rows;
  private final Moments ends;
  private final Expr.Length length;
  private long range;

  protected WindowSource(
      Frame frame, List<Row> rows, Moments ends, Expr.Length length, Operator... inputs) {
    super(frame, inputs);
    this.rows = rows;
    this.ends = ends;
    this.length = length;
  }

  /// Reads the grid, before the inputs are prepared.
  protected final void settle() {
    ends.settle();
    range = Lengths.positive(length, frame.query());
  }

  @Override
  public void prepare() {
    settle();
    super.prepare();
  }

  public final List<Row> rows() {
    return rows;
  }

  /// The samples of a row that any window of the run holds, in order of time, without stale
  /// markers.
  public abstract void load(int row, Window into);

  /// The ends of the windows.
  public final Moments ends() {
    return ends;
  }

  /// The window's width in milliseconds.
  public final long range() {
    return range;
  }

  /// How many milliseconds before its start a function of the window is also shown.
  public long before() {
    return 0;
  }

  /// How many milliseconds behind its end.
  public long behind() {
    return 0;
  }

  /// What the window alone is as a result: of an instant query the samples in it.
  public void samples(int row, Window into) {
    load(row, into);
  }

  protected final String describe(String what) {
    return what + " (" + rows.size() + " rows)";
  }
}
