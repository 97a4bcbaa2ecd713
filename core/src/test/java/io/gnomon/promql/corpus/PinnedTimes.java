package io.gnomon.promql.corpus;

import io.gnomon.promql.Expr;
import java.util.Set;

/// Re-writes an expression so that `@` pins all that it reads: its value must then be the same at
/// any time.
final class PinnedTimes {
  private static final Set<String> UNSAFE =
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

  private final Expr.Times at;

  private PinnedTimes(long time) {
    at = new Expr.Times(null, new Expr.At.Time(time));
  }

  static Expr pin(Expr expr, long time) {
    return new PinnedTimes(time).pin(expr);
  }

  /// True when the value also hangs on the time of evaluation itself.
  static boolean isUnsafe(Expr expr) {
    return switch (expr) {
      case Expr.Num _, Expr.Str _, Expr.Select _, Expr.Range _, Expr.Subquery _ -> false;
      case Expr.Paren paren -> isUnsafe(paren.of());
      case Expr.Unary unary -> isUnsafe(unary.of());
      case Expr.Binary binary -> isUnsafe(binary.left()) || isUnsafe(binary.right());
      case Expr.Aggregate aggregate ->
          isUnsafe(aggregate.of()) || aggregate.param() != null && isUnsafe(aggregate.param());
      case Expr.Call call ->
          UNSAFE.contains(call.function().name())
              || call.args().stream().anyMatch(PinnedTimes::isUnsafe);
    };
  }

  private Expr pin(Expr expr) {
    return switch (expr) {
      case Expr.Num num -> num;
      case Expr.Str text -> text;
      case Expr.Select select -> pin(select);
      case Expr.Range(var of, var range, var span) -> new Expr.Range(pin(of), range, span);
      case Expr.Paren(var of, var span) -> new Expr.Paren(pin(of), span);
      case Expr.Unary(var negative, var of, var span) -> new Expr.Unary(negative, pin(of), span);
      case Expr.Subquery(var of, var range, var step, var times, var span) ->
          new Expr.Subquery(of, range, step, pin(times), span);
      case Expr.Binary(var op, var left, var right, var bool, var matching, var span) ->
          new Expr.Binary(op, pin(left), pin(right), bool, matching, span);
      case Expr.Aggregate(var op, var param, var of, var without, var labels, var span) ->
          new Expr.Aggregate(op, param == null ? null : pin(param), pin(of), without, labels, span);
      case Expr.Call(var function, var args, var span) ->
          new Expr.Call(function, args.stream().map(this::pin).toList(), span);
    };
  }

  private Expr.Select pin(Expr.Select select) {
    return new Expr.Select(
        select.name(), select.matchers(), pin(select.times()), select.ends(), select.span());
  }

  private Expr.Times pin(Expr.Times times) {
    return times.at() != null ? times : new Expr.Times(times.offset(), at.at());
  }
}
