package io.gnomon.promql.fn;

import io.gnomon.promql.BinaryOp;

/// The binary operators on numbers, as Go computes them.
public final class Arithmetic {
  private Arithmetic() {}

  /// The value of an arithmetic operator, or of a comparison that holds: its left side.
  public static double of(BinaryOp op, double left, double right) {
    return switch (op) {
      case ADD -> left + right;
      case SUB -> left - right;
      case MUL -> left * right;
      case DIV -> left / right;
      case MOD -> left % right;
      case POW -> power(left, right);
      case ATAN2 -> Math.atan2(left, right);
      default -> left;
    };
  }

  public static boolean holds(BinaryOp op, double left, double right) {
    return switch (op) {
      case EQL -> left == right;
      case NEQ -> left != right;
      case GTR -> left > right;
      case LSS -> left < right;
      case GTE -> left >= right;
      case LTE -> left <= right;
      case TRIM_UPPER, TRIM_LOWER -> false;
      default -> true;
    };
  }

  /// IEEE 754's pow: 1 to any power is 1, and so is -1 to an infinite one. Java's says NaN.
  private static double power(double base, double exponent) {
    if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
      return 1;
    }
    return Math.pow(base, exponent);
  }
}
