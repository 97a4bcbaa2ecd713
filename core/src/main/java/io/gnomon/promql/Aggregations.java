package io.gnomon.promql;

import io.gnomon.promql.op.Aggregate;
import io.gnomon.promql.op.CountValues;
import io.gnomon.promql.op.Grouping;
import io.gnomon.promql.op.LimitRatio;
import io.gnomon.promql.op.Quantile;
import io.gnomon.promql.op.ScalarOperator;
import io.gnomon.promql.op.TopK;
import io.gnomon.promql.op.VectorOperator;
import java.util.ArrayList;
import java.util.Objects;

/// Plans aggregations.
final class Aggregations {
  private Aggregations() {}

  static VectorOperator of(Planner planner, Expr.Aggregate expr) {
    var frame = planner.frame();
    var of = planner.vector(expr.of());
    var grouping = new Grouping(expr.without(), expr.labels(), of.rows());
    return switch (expr.op()) {
      case SUM, AVG, COUNT, MIN, MAX, GROUP, STDDEV, STDVAR ->
          new Aggregate(frame, expr.op(), of, grouping);
      case TOPK -> new TopK(frame, TopK.Best.GREATEST, of, number(planner, expr), grouping);
      case BOTTOMK -> new TopK(frame, TopK.Best.LEAST, of, number(planner, expr), grouping);
      case LIMITK -> new TopK(frame, TopK.Best.FIRST, of, number(planner, expr), grouping);
      case LIMIT_RATIO -> limitRatio(planner, expr, of);
      case QUANTILE -> new Quantile(frame, of, planner.share(param(expr)), grouping);
      case COUNT_VALUES -> countValues(planner, expr, of);
    };
  }

  private static ScalarOperator number(Planner planner, Expr.Aggregate expr) {
    return planner.scalar(param(expr));
  }

  private static Expr param(Expr.Aggregate expr) {
    return Objects.requireNonNull(expr.param());
  }

  /// A label of that name that the rows have already gives way to that of the value.
  private static VectorOperator countValues(
      Planner planner, Expr.Aggregate expr, VectorOperator of) {
    var label = label(expr);
    var others = new ArrayList<>(expr.labels());
    others.remove(label);
    if (expr.without()) {
      others.add(label);
    }
    return CountValues.of(
        planner.frame(),
        label,
        of,
        new Grouping(expr.without(), others, of.rows()),
        planner.binder().books().of(expr));
  }

  private static VectorOperator limitRatio(
      Planner planner, Expr.Aggregate expr, VectorOperator of) {
    var notes = planner.binder().notes();
    var span = param(expr).span();
    return new LimitRatio(
        planner.frame(),
        of,
        number(planner, expr),
        notes.warning("ratio value should be between -1 and 1, got %s, capping to 1", span),
        notes.warning("ratio value should be between -1 and 1, got %s, capping to -1", span));
  }

  private static String label(Expr.Aggregate expr) {
    var label = Planner.string(param(expr));
    if (!Literals.isLabelName(label)) {
      throw new QueryException(QueryException.Kind.EXECUTION, "invalid label name " + param(expr));
    }
    return label;
  }
}
