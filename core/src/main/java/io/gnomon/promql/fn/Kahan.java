package io.gnomon.promql.fn;

/// Summation that keeps what rounding loses (Kahan's, as improved by Neumaier).
public final class Kahan {
  private Kahan() {}

  /// What is lost in all after `sum = before + value`.
  public static double lost(double before, double value, double sum, double lost) {
    if (Double.isInfinite(sum)) {
      return 0;
    }
    return Math.abs(before) >= Math.abs(value)
        ? lost + ((before - sum) + value)
        : lost + ((value - sum) + before);
  }
}
