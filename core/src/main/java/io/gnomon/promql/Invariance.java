package io.gnomon.promql;

import java.util.Set;

/// Finds the parts of a query that come to the same at every point, because `@` pins all that they
/// read: those are run once.
final class Invariance {
  /// Functions that look at the time of evaluation itself.
  private static final Set<String> TIME_BOUND =
      Set.of(
          "days_in_month",
          "day_of_month",
          "day_of_week",
          "day_of_year",
          "end",
          "hour",
          "minute",
          "month",
          "year",
          "predict_linear",
          "range",
          "start",
          "step",
          "time",
          "timestamp");

  private Invariance() {}

  /// True for a vector that is the same at all points.
  static boolean isPinned(Expr expr) {
    return switch (expr) {
      case Expr.Num _, Expr.Str _ -> true;
      case Expr.Paren paren -> isPinned(paren.of());
      case Expr.Unary unary -> isPinned(unary.of());
      case Expr.Select select -> select.times().at() != null;
      case Expr.Range range -> isPinned(range.of());
      case Expr.Subquery subquery -> subquery.times().at() != null;
      case Expr.Binary binary -> isPinned(binary.left()) && isPinned(binary.right());
      case Expr.Aggregate aggregate ->
          isPinned(aggregate.of()) && (aggregate.param() == null || isPinned(aggregate.param()));
      case Expr.Call call ->
          !TIME_BOUND.contains(call.function().name())
              && call.args().stream().allMatch(Invariance::isPinned);
    };
  }
}
