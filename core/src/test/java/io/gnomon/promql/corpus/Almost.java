package io.gnomon.promql.corpus;

import io.gnomon.model.Absent;

/// Equality of results as the reference sees it: six digits, but zero must be zero.
final class Almost {
  private static final double EPSILON = 1e-6;
  private static final double SMALLEST = Double.MIN_NORMAL;

  private Almost() {}

  static boolean equal(double a, double b) {
    if (Absent.is(a) || Absent.is(b)) {
      return Absent.is(a) && Absent.is(b);
    }
    if (Double.isNaN(a) && Double.isNaN(b) || a == b) {
      return true;
    }
    double size = Math.abs(a) + Math.abs(b);
    double difference = Math.abs(a - b);
    if (a == 0 || b == 0 || size < SMALLEST) {
      return difference < EPSILON * SMALLEST;
    }
    return difference / Math.min(size, Double.MAX_VALUE) < EPSILON;
  }
}
