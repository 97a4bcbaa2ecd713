package io.gnomon.alert;

import io.gnomon.promql.BinaryOp;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import io.gnomon.promql.QueryException;
import java.util.Optional;

/// What an alert's expression measures, and the number it must not pass: the two sides of the
/// comparison at its top.
public record Threshold(String measured, BinaryOp op, double value) {
  /// Empty when the expression compares with no constant.
  public static Optional<Threshold> of(String query) {
    try {
      return of(Parser.parse(query, Options.DEFAULT));
    } catch (QueryException e) {
      return Optional.empty();
    }
  }

  static Optional<Threshold> of(Expr expr) {
    return switch (expr) {
      case Expr.Paren(var inner, _) -> of(inner);
      case Expr.Binary binary when binary.op().isComparison() -> of(binary);
      case Expr.Binary binary when binary.op().isSet() -> of(binary.left());
      default -> Optional.empty();
    };
  }

  private static Optional<Threshold> of(Expr.Binary binary) {
    return number(binary.right())
        .map(value -> new Threshold(binary.left().toString(), binary.op(), value));
  }

  private static Optional<Double> number(Expr expr) {
    return switch (expr) {
      case Expr.Num(var value, _, _) -> Optional.of(value);
      case Expr.Paren(var inner, _) -> number(inner);
      case Expr.Unary(var negative, var of, _) -> number(of).map(v -> negative ? -v : v);
      default -> Optional.empty();
    };
  }

  /// True when smaller values are worse.
  public static boolean isBelow(Expr expr) {
    return of(expr)
        .map(threshold -> threshold.op() == BinaryOp.LSS || threshold.op() == BinaryOp.LTE)
        .orElse(false);
  }
}
