package io.gnomon.promql.fn;

/// Functions of one number, as Go computes them: what Java's `Math` has not, or does otherwise.
public final class Elementary {
  private static final double LARGE = 1L << 28;

  private Elementary() {}

  public static double acosh(double x) {
    if (x >= LARGE) {
      return Math.log(x) + Math.log(2);
    }
    if (x > 2) {
      return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return Math.log1p(t + Math.sqrt(2 * t + t * t));
  }

  public static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(size < 1 / LARGE ? size : asinhOfPositive(size), x);
  }

  private static double asinhOfPositive(double x) {
    if (x > LARGE) {
      return Math.log(x) + Math.log(2);
    }
    return x > 2
        ? Math.log(2 * x + 1 / (Math.sqrt(x * x + 1) + x))
        : Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
  }

  public static double atanh(double x) {
    double size = Math.abs(x);
    if (size < 0.5) {
      double twice = size + size;
      return Math.copySign(0.5 * Math.log1p(twice + twice * size / (1 - size)), x);
    }
    return Math.copySign(0.5 * Math.log1p((size + size) / (1 - size)), x);
  }

  /// Exact for powers of two: the exponent is taken off before the logarithm.
  public static double log2(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return Math.log(x);
    }
    if (x < Double.MIN_NORMAL) {
      return log2(x * 0x1p54) - 54;
    }
    int exponent = Math.getExponent(x) + 1;
    double fraction = Math.scalb(x, -exponent);
    return fraction == 0.5 ? exponent - 1 : Math.log(fraction) * (1 / Math.log(2)) + exponent;
  }

  /// The multiple of a number that is nearest, halves up; not the multiple but its inverse is
  /// computed with, as Prometheus does for fewer errors.
  public static double round(double x, double to) {
    double inverse = 1 / to;
    return Math.floor(x * inverse + 0.5) / inverse;
  }

  /// -1, 0 or 1; zeros and NaN stay what they are.
  public static double sign(double x) {
    return x < 0 ? -1 : x > 0 ? 1 : x;
  }

  public static double clamp(double x, double least, double most) {
    return max(least, min(most, x));
  }

  /// Go's Max: an infinity wins over NaN.
  public static double max(double a, double b) {
    boolean infinite = a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY;
    return infinite ? Double.POSITIVE_INFINITY : Math.max(a, b);
  }

  /// Go's Min: an infinity wins over NaN.
  public static double min(double a, double b) {
    boolean infinite = a == Double.NEGATIVE_INFINITY || b == Double.NEGATIVE_INFINITY;
    return infinite ? Double.NEGATIVE_INFINITY : Math.min(a, b);
  }
}
