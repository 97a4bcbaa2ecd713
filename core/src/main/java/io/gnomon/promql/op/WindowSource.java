package io.gnomon.promql.op;

import io.gnomon.store.Window;
import java.util.List;

/// Samples under a window that slides over the grid: `(end - range, end]` at each point.
public abstract class WindowSource extends Operator {
  private final List<Row> rows;

  protected WindowSource(Frame frame, List<Row> rows, Operator... inputs) {
    super(frame, inputs);
    this.rows = rows;
  }

  public final List<Row> rows() {
    return rows;
  }

  /// The samples of a row that any window of the run holds, in order of time, without stale
  /// markers.
  public abstract void load(int row, Window into);

  public abstract Moments ends();

  /// The window's width in milliseconds.
  public abstract long range();

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
}
