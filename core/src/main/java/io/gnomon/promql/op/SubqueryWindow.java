package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.Expr;
import io.gnomon.store.Window;

/// `expr[range:step]`: an expression run on a grid of its own, whose points are whole multiples of
/// the step, and read as if its values were stored samples.
public final class SubqueryWindow extends WindowSource {
  private final VectorOperator of;
  private final Frame inner;
  private final Expr.Length every;
  private boolean empty;
  private double[] line = {};

  /// The frame is the outer one; `of` runs on the inner one, whose grid is moved here.
  public SubqueryWindow(
      Frame frame, VectorOperator of, Frame inner, Moments ends, Expr.Subquery expr) {
    super(frame, of.rows(), ends, expr.range(), of);
    this.of = of;
    this.inner = inner;
    this.every =
        expr.step() == null
            ? new Expr.Length(frame.options().defaultSubqueryStep(), null)
            : expr.step();
  }

  @Override
  public void prepare() {
    settle();
    long step = Lengths.positive(every, frame.query());
    long after = ends().first() - range();
    long first = after / step * step;
    first = first <= after ? first + step : first;
    empty = ends().last() < first;
    if (!empty) {
      inner.grid().move(first, step, points((ends().last() - first) / step + 1));
      super.prepare();
    }
  }

  private int points(long points) {
    if (points > Integer.MAX_VALUE) {
      frame.budget().hold(points);
    }
    return Math.toIntExact(points);
  }

  @Override
  public void load(int row, Window into) {
    into.clear();
    if (empty) {
      return;
    }
    line = inner.fit(line);
    of.row(row, line);
    for (int k = 0; k < inner.size(); k++) {
      if (!Absent.is(line[k])) {
        into.add(inner.grid().at(k), line[k]);
      }
    }
  }

  @Override
  public String describe() {
    return describe("subquery");
  }
}
