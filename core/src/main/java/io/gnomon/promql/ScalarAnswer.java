package io.gnomon.promql;

import io.gnomon.promql.op.Operator;
import io.gnomon.promql.op.ScalarOperator;

/// A number at every point.
final class ScalarAnswer extends Answer {
  private final ScalarOperator root;

  ScalarAnswer(Planner planner, Expr expr, ScalarOperator root) {
    super(planner, expr);
    this.root = root;
  }

  @Override
  void run() {
    root.prepare();
  }

  @Override
  Operator root() {
    return root;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public double[] values(int row) {
    return root.values();
  }
}
