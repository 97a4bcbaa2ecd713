package io.gnomon.promql;

import io.gnomon.promql.Expr.Cardinality;
import io.gnomon.promql.Expr.Type;
import io.gnomon.promql.fn.Arithmetic;
import io.gnomon.promql.op.ComputedScalar;
import io.gnomon.promql.op.Join;
import io.gnomon.promql.op.ScalarOperator;
import io.gnomon.promql.op.SetOperation;
import io.gnomon.promql.op.VectorOperator;
import io.gnomon.promql.op.VectorScalar;
import java.util.List;

/// Plans binary operators by what stands on their sides.
final class Binaries {
  private static final Expr.Matching BY_ALL_LABELS =
      new Expr.Matching(Cardinality.ONE_TO_ONE, false, List.of(), List.of(), null, null);

  private Binaries() {}

  static VectorOperator vector(Planner planner, Expr.Binary expr) {
    if (expr.left().type() == Type.SCALAR) {
      return withScalar(planner, expr, expr.right(), expr.left());
    }
    if (expr.right().type() == Type.SCALAR) {
      return withScalar(planner, expr, expr.left(), expr.right());
    }
    var matching = expr.matching() == null ? BY_ALL_LABELS : expr.matching();
    var left = planner.vector(expr.left());
    var right = planner.vector(expr.right());
    return expr.op().isSet()
        ? SetOperation.of(planner.frame(), expr.op(), matching, left, right)
        : Join.of(planner.frame(), expr, matching, left, right);
  }

  private static VectorOperator withScalar(
      Planner planner, Expr.Binary expr, Expr vector, Expr scalar) {
    var joined =
        new VectorScalar(
            planner.frame(),
            expr.op(),
            expr.bool(),
            planner.vector(vector),
            planner.scalar(scalar),
            vector == expr.left());
    boolean keepsName = expr.op().isComparison() && !expr.bool();
    return keepsName ? joined : planner.dropNames(joined);
  }

  static ScalarOperator scalar(Planner planner, Expr.Binary expr) {
    var op = expr.op();
    var left = planner.scalar(expr.left());
    var right = planner.scalar(expr.right());
    ComputedScalar.Formula formula =
        op.isComparison()
            ? k -> Arithmetic.holds(op, left.at(k), right.at(k)) ? 1 : 0
            : k -> Arithmetic.of(op, left.at(k), right.at(k));
    return new ComputedScalar(planner.frame(), op.toString(), formula, left, right);
  }
}
