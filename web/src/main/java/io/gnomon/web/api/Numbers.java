package io.gnomon.web.api;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as Prometheus's JSON writes them: the shortest digits that read back the same, as Go's
/// `strconv` forms them.
public final class Numbers {
  private Numbers() {}

  /// A sample's value: plain digits, but `1e-07` below a millionth and `1e+21` from there on.
  public static String sample(double value) {
    double size = Math.abs(value);
    return size != 0 && (size < 1e-6 || size >= 1e21) ? scientific(value) : plain(value);
  }

  /// All digits, however many: scalars are written so.
  public static String plain(double value) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    var text = Double.toString(value);
    int e = text.indexOf('E');
    if (e < 0) {
      return withoutZeroFraction(text);
    }
    return withoutZeroFraction(new BigDecimal(text).toPlainString());
  }

  private static String scientific(double value) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    var text = shortest(Double.toString(value), value);
    int e = text.indexOf('E');
    int exponent = Integer.parseInt(text.substring(e + 1));
    int digits = Math.abs(exponent);
    return withoutZeroFraction(text.substring(0, e))
        + (exponent < 0 ? "e-" : "e+")
        + (digits < 10 ? "0" : "")
        + digits;
  }

  /// Java writes two digits where one would do, if two are nearer: `4.9E-324` for `5e-324`.
  private static String shortest(String text, double value) {
    var one = String.format(Locale.ROOT, "%.0E", value);
    return Double.parseDouble(one) == value ? one : text;
  }

  private static String notFinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }

  private static String withoutZeroFraction(String text) {
    int point = text.indexOf('.');
    if (point < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end - 1 == point ? point : end);
  }

  /// A sample's time in seconds: three decimals unless it is a whole second.
  public static String time(long millis) {
    if (millis % 1000 == 0) {
      return Long.toString(millis / 1000);
    }
    long size = Math.abs(millis);
    return (millis < 0 ? "-" : "")
        + size / 1000
        + "."
        + Long.toString(1000 + size % 1000).substring(1);
  }
}
