package io.gnomon.promql;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Durations as Prometheus writes them: `1h30m`, from the biggest unit to the smallest, each at
/// most once.
final class Durations {
  /// The longest time that Go's nanoseconds hold, in milliseconds.
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE / 1_000_000);

  private Durations() {}

  private enum Unit {
    YEAR("y", 365 * 86_400_000L),
    WEEK("w", 7 * 86_400_000L),
    DAY("d", 86_400_000),
    HOUR("h", 3_600_000),
    MINUTE("m", 60_000),
    SECOND("s", 1000),
    MILLISECOND("ms", 1);

    private final String text;
    private final long millis;

    Unit(String text, long millis) {
      this.text = text;
      this.millis = millis;
    }

    static @Nullable Unit of(String text) {
      for (var unit : values()) {
        if (unit.text.equals(text)) {
          return unit;
        }
      }
      return null;
    }

    /// Years and weeks are printed only when nothing remains: 90d is easier to read than 12w6d.
    boolean fits(long length) {
      return compareTo(WEEK) > 0 ? length >= millis : length > 0 && length % millis == 0;
    }
  }

  /// Milliseconds of a duration. Throws `IllegalArgumentException` with Prometheus's words.
  static long parse(String text) {
    var sum = BigInteger.ZERO;
    Unit last = null;
    for (int at = 0; at < text.length(); ) {
      int unitAt = run(text, at, true);
      int end = run(text, unitAt, false);
      last = smaller(last, text.substring(unitAt, end), text);
      sum =
          sum.add(
              new BigInteger(text.substring(at, unitAt)).multiply(BigInteger.valueOf(last.millis)));
      at = end;
    }
    if (sum.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("duration out of range");
    }
    return sum.longValue();
  }

  private static int run(String text, int from, boolean digits) {
    int at = from;
    while (at < text.length() && Lexer.isDigit(text.charAt(at)) == digits) {
      at++;
    }
    return at;
  }

  private static Unit smaller(@Nullable Unit last, String name, String text) {
    var unit = Unit.of(name);
    if (unit == null) {
      throw new IllegalArgumentException(
          "unknown unit \"" + name + "\" in duration \"" + text + "\"");
    }
    if (last != null && unit.compareTo(last) <= 0) {
      throw new IllegalArgumentException("not a valid duration string: \"" + text + "\"");
    }
    return unit;
  }

  static String print(long millis) {
    if (millis == 0) {
      return "0s";
    }
    var out = new StringBuilder(millis < 0 ? "-" : "");
    long rest = Math.abs(millis);
    for (var unit : Unit.values()) {
      if (unit.fits(rest)) {
        out.append(rest / unit.millis).append(unit.text);
        rest %= unit.millis;
      }
    }
    return out.toString();
  }
}
