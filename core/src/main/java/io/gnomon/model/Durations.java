package io.gnomon.model;

import java.time.Duration;
import java.util.regex.Pattern;

/// Lengths of time as Prometheus writes them: `1h30m`; each unit at most once, the larger first.
public final class Durations {
  private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {
    31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1000L, 1L
  };
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private Durations() {}

  public static Duration parse(String text) {
    var match = TEXT.matcher(text);
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (text.isEmpty() || !match.matches()) {
      throw new IllegalArgumentException(
          "expected a duration such as 15s, got " + LabelText.quote(text));
    }
    try {
      long millis = 0;
      for (int i = 0; i < UNITS.length; i++) {
        var count = match.group(i + 1);
        millis =
            count == null
                ? millis
                : Math.addExact(millis, Math.multiplyExact(Long.parseLong(count), MILLIS[i]));
      }
      return Duration.ofMillis(millis);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("duration out of range: " + text, e);
    }
  }

  /// Years and weeks only where nothing remains: 90d reads easier than 12w6d.
  public static String print(Duration duration) {
    long rest = duration.toMillis();
    var out = new StringBuilder();
    for (int i = 0; i < UNITS.length; i++) {
      boolean exactOnly = i < 2;
      long count = exactOnly && rest % MILLIS[i] != 0 ? 0 : rest / MILLIS[i];
      if (count > 0) {
        out.append(count).append(UNITS[i]);
        rest -= count * MILLIS[i];
      }
    }
    return out.isEmpty() ? "0s" : out.toString();
  }
}
