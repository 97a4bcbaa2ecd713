package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.promql.op.Operator;
import io.gnomon.promql.op.WindowSource;
import io.gnomon.store.Window;

/// The samples under one window: a range vector, which only an instant query may ask for.
final class MatrixAnswer extends Answer {
  private final WindowSource root;

  MatrixAnswer(Planner planner, Expr expr, WindowSource root) {
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
    return root.rows().size();
  }

  @Override
  public Labels labels(int row) {
    return root.rows().get(row).shown();
  }

  @Override
  public double[] values(int row) {
    throw new IllegalStateException("a range vector has samples, not values");
  }

  @Override
  public void samples(int row, Window into) {
    root.samples(row, into);
  }
}
