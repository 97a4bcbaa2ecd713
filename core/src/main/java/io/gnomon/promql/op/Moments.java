package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.promql.Expr.At;
import io.gnomon.promql.Grid;

/// The times a selector looks at: the grid's, shifted by `offset`, or all the same after `@`.
public final class Moments {
  private final Expr.Times times;
  private final Frame frame;
  private long start;
  private long step;

  public Moments(Expr.Times times, Frame frame) {
    this.times = times;
    this.frame = frame;
  }

  /// Reads the grid, once a run.
  void settle() {
    var offset = times.offset();
    start = origin() - (offset == null ? 0 : Lengths.millis(offset, frame.query()));
    step = times.at() == null ? frame.grid().step() : 0;
  }

  private long origin() {
    Grid query = frame.query();
    return switch (times.at()) {
      case null -> frame.grid().start();
      case At.Time time -> time.millis();
      case At.Start _ -> query.start();
      case At.End _ -> query.end();
    };
  }

  public long at(int k) {
    return start + k * step;
  }

  public long first() {
    return start;
  }

  public long last() {
    return at(frame.size() - 1);
  }

  public long step() {
    return step;
  }
}
