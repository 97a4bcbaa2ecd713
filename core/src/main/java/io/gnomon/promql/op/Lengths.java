package io.gnomon.promql.op;

import io.gnomon.promql.BinaryOp;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Grid;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import io.gnomon.promql.fn.Arithmetic;

/// Durations that are written as expressions are settled once the query's times are known: they may
/// ask for its `step()` and `range()`.
public final class Lengths {
  /// In milliseconds: some 292 years, what the reference counts in nanoseconds.
  private static final double LONGEST = 0x1p63 / 1e6;

  private Lengths() {}

  public static long millis(Expr.Length length, Grid query) {
    var expr = length.expr();
    if (expr == null) {
      return length.millis();
    }
    double millis = seconds(expr, query) * 1000;
    if (!(Math.abs(millis) < LONGEST)) {
      throw failure("duration is out of range");
    }
    return (long) millis;
  }

  /// For `[range]` and its step, which must be above 0.
  public static long positive(Expr.Length length, Grid query) {
    long millis = millis(length, query);
    if (millis <= 0) {
      throw failure("duration must be greater than 0");
    }
    return millis;
  }

  private static double seconds(Expr expr, Grid query) {
    return switch (expr) {
      case Expr.Num num -> num.value();
      case Expr.Paren paren -> seconds(paren.of(), query);
      case Expr.Unary unary -> (unary.negative() ? -1 : 1) * seconds(unary.of(), query);
      case Expr.Binary pair -> computed(pair, query);
      case Expr.Call call -> called(call, query);
      default -> throw new IllegalStateException("no duration: " + expr);
    };
  }

  private static double computed(Expr.Binary pair, Grid query) {
    double left = seconds(pair.left(), query);
    double right = seconds(pair.right(), query);
    if (right == 0 && pair.op() == BinaryOp.DIV) {
      throw failure("division by zero");
    }
    if (right == 0 && pair.op() == BinaryOp.MOD) {
      throw failure("modulo by zero");
    }
    return Arithmetic.of(pair.op(), left, right);
  }

  private static QueryException failure(String message) {
    return new QueryException(Kind.EXECUTION, message);
  }

  private static double called(Expr.Call call, Grid query) {
    return switch (call.function().name()) {
      case "step" -> query.step() / 1000.0;
      case "range" -> (query.end() - query.start()) / 1000.0;
      case "min_of" -> Math.min(argument(call, 0, query), argument(call, 1, query));
      case "max_of" -> Math.max(argument(call, 0, query), argument(call, 1, query));
      default -> throw new IllegalStateException("no duration: " + call);
    };
  }

  private static double argument(Expr.Call call, int i, Grid query) {
    return seconds(call.args().get(i), query);
  }
}
