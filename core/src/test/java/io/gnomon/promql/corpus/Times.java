package io.gnomon.promql.corpus;

import java.util.regex.Pattern;

/// Durations of the test files: `1h30m`, `0`, `2m15s`, in milliseconds.
final class Times {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");
  private static final long[] UNITS = {
    365 * 86_400_000L, 7 * 86_400_000L, 86_400_000, 3_600_000, 60_000, 1000, 1
  };

  private Times() {}

  static long millis(String text) {
    var found = DURATION.matcher(text);
    if (text.equals("0")) {
      return 0;
    }
    if (text.isEmpty() || !found.matches()) {
      throw new IllegalArgumentException("no duration: " + text);
    }
    long millis = 0;
    for (int i = 0; i < UNITS.length; i++) {
      millis += found.group(i + 1) == null ? 0 : Long.parseLong(found.group(i + 1)) * UNITS[i];
    }
    return millis;
  }
}
