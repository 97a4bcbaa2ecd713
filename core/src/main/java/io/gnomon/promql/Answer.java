package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.promql.op.Notes;
import io.gnomon.promql.op.Operator;
import io.gnomon.store.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The root of a bound tree, read as a result. What a type of result has not, it answers with
/// nothing.
abstract class Answer implements Result {
  private final Planner planner;
  private final Expr expr;

  Answer(Planner planner, Expr expr) {
    this.planner = planner;
    this.expr = expr;
  }

  static Answer of(Planner planner, Expr expr) {
    return switch (expr.type()) {
      case VECTOR -> new VectorAnswer(planner, expr, planner.vector(expr));
      case SCALAR -> new ScalarAnswer(planner, expr, planner.scalar(expr));
      case MATRIX -> new MatrixAnswer(planner, expr, planner.window(expr));
      case STRING -> new StringAnswer(planner, expr);
    };
  }

  abstract void run();

  abstract @Nullable Operator root();

  final String explain() {
    var out = new StringBuilder();
    var root = root();
    if (root != null) {
      root.explain("", out);
    }
    return out.toString();
  }

  @Override
  public final Expr.Type type() {
    return expr.type();
  }

  @Override
  public final Grid grid() {
    return planner.frame().grid();
  }

  @Override
  public int row(int i) {
    return i;
  }

  @Override
  public Labels labels(int row) {
    return Labels.EMPTY;
  }

  @Override
  public void samples(int row, Window into) {
    throw new IllegalStateException(type() + " has no samples of its own");
  }

  @Override
  public String string() {
    return "";
  }

  @Override
  public final List<String> warnings() {
    return notes().texts(true);
  }

  @Override
  public final List<String> infos() {
    return notes().texts(false);
  }

  private Notes notes() {
    return planner.binder().notes();
  }
}
