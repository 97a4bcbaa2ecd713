package io.gnomon.promql;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as Go prints them: the fewest digits that read back as the same number.
public final class Numbers {
  private Numbers() {}

  /// Without an exponent, as in queries, scalars and the labels of `count_values`: Go's form 'f'.
  public static String plain(double value) {
    return Double.isFinite(value) ? finite(value) : special(value);
  }

  /// As a sample of a vector is printed in JSON: with an exponent of two digits or more below 1e-6
  /// and from 1e21.
  public static String sample(double value) {
    double size = Math.abs(value);
    boolean extreme = size != 0 && (size < 1e-6 || size >= 1e21);
    return Double.isFinite(value) && extreme ? scientific(value) : plain(value);
  }

  /// Always with an exponent, as the values of alerts are printed: Go's form 'e'.
  public static String exponent(double value) {
    return Double.isFinite(value) ? scientific(value) : special(value);
  }

  /// As OpenMetrics writes the values of labels: a whole number with `.0`.
  public static String openMetrics(double value) {
    var text = sample(value);
    boolean whole = text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    return whole ? text + ".0" : text;
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }

  private static String finite(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return digits(value).toPlainString();
  }

  /// Java prints two digits at least, of which the second tells nothing in the least of numbers.
  private static BigDecimal digits(double value) {
    var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var first = digits.round(new MathContext(1));
    return first.doubleValue() == value ? first.stripTrailingZeros() : digits;
  }

  private static String scientific(double value) {
    var digits = digits(value);
    var unscaled = digits.unscaledValue().abs().toString();
    int exponent = unscaled.length() - 1 - digits.scale();
    var fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
    return (value < 0 ? "-" : "")
        + unscaled.charAt(0)
        + fraction
        + "e%c%02d".formatted(exponent < 0 ? '-' : '+', Math.abs(exponent));
  }
}
