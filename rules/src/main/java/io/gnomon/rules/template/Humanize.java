package io.gnomon.rules.template;

/// Numbers as people read them: Prometheus's `humanize...` functions.
final class Humanize {
  private static final String[] LARGE = {"k", "M", "G", "T", "P", "E", "Z", "Y"};
  private static final String[] LARGE_1024 = {"ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"};
  private static final String[] SMALL = {"m", "u", "n", "p", "f", "a", "z", "y"};

  private Humanize() {}

  static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return four(value);
    }
    return Math.abs(value) >= 1 ? large(value, 1000, LARGE) : small(value);
  }

  static String number1024(double value) {
    boolean plain = Math.abs(value) <= 1 || !Double.isFinite(value);
    return plain ? four(value) : large(value, 1024, LARGE_1024);
  }

  static String percentage(double value) {
    return four(value * 100) + "%";
  }

  static String duration(double value) {
    if (!Double.isFinite(value)) {
      return four(value);
    }
    if (value == 0 || Math.abs(value) < 1) {
      return value == 0 ? four(value) + "s" : small(value) + "s";
    }
    double size = Math.abs(value);
    return (value < 0 ? "-" : "") + parts(size, (long) size);
  }

  /// From days to minutes the seconds are whole; alone they have four digits.
  private static String parts(double exact, long seconds) {
    long days = seconds / 86_400;
    long hours = seconds / 3600 % 24;
    long minutes = seconds / 60 % 60;
    long rest = seconds % 60;
    if (days != 0) {
      return "%dd %dh %dm %ds".formatted(days, hours, minutes, rest);
    }
    if (hours != 0) {
      return "%dh %dm %ds".formatted(hours, minutes, rest);
    }
    return minutes != 0 ? "%dm %ds".formatted(minutes, rest) : four(exact) + "s";
  }

  private static String large(double value, double base, String[] prefixes) {
    var prefix = "";
    for (int i = 0; i < prefixes.length && Math.abs(value) >= base; i++) {
      prefix = prefixes[i];
      value /= base;
    }
    return four(value) + prefix;
  }

  private static String small(double value) {
    var prefix = "";
    for (int i = 0; i < SMALL.length && Math.abs(value) < 1; i++) {
      prefix = SMALL[i];
      value *= 1000;
    }
    return four(value) + prefix;
  }

  private static String four(double value) {
    return GoText.general(value, 4);
  }
}
