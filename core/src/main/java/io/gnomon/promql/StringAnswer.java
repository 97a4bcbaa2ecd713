package io.gnomon.promql;

import io.gnomon.promql.op.Operator;
import org.jspecify.annotations.Nullable;

/// A text.
final class StringAnswer extends Answer {
  private final String text;

  StringAnswer(Planner planner, Expr expr) {
    super(planner, expr);
    this.text = Planner.string(expr);
  }

  @Override
  void run() {}

  @Override
  @Nullable Operator root() {
    return null;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public double[] values(int row) {
    throw new IndexOutOfBoundsException(row);
  }

  @Override
  public String string() {
    return text;
  }
}
