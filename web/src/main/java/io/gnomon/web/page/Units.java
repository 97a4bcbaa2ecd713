package io.gnomon.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Values as people read them, by Grafana's ids of units. `units.js` says the same.
public final class Units {
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final String[] SHORT = {"", "k", "M", "G", "T", "P"};
  private static final String[] SMALL_TIMES = {"s", "ms", "µs", "ns"};

  private Units() {}

  public static String format(String unit, double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    return switch (unit) {
      case "percent" -> digits(value) + "%";
      case "percentunit" -> digits(100 * value) + "%";
      case "bytes" -> scaled(value, 1024, BYTES, " ");
      case "Bps" -> scaled(value, 1024, BYTES, " ") + "/s";
      case "s" -> time(value);
      case "reqps" -> scaled(value, 1000, SHORT, "") + " req/s";
      case "ops" -> scaled(value, 1000, SHORT, "") + "/s";
      default -> scaled(value, 1000, SHORT, "");
    };
  }

  /// How many of the unit's own steps there are to the next prefix.
  static int base(String unit) {
    return unit.equals("bytes") || unit.equals("Bps") ? 1024 : 1000;
  }

  /// What a share cannot exceed; NaN where values are no shares.
  static double whole(String unit) {
    return unit.equals("percent") ? 100 : unit.equals("percentunit") ? 1 : Double.NaN;
  }

  private static String scaled(double value, int base, String[] names, String gap) {
    double rest = value;
    int i = 0;
    while (Math.abs(rest) >= base && i < names.length - 1) {
      rest /= base;
      i++;
    }
    return digits(rest) + gap + names[i];
  }

  private static String time(double seconds) {
    double size = Math.abs(seconds);
    if (size >= 86_400) {
      return digits(seconds / 86_400) + " d";
    }
    if (size >= 3600) {
      return digits(seconds / 3600) + " h";
    }
    if (size >= 60) {
      return digits(seconds / 60) + " min";
    }
    double rest = seconds;
    int i = 0;
    while (rest != 0 && Math.abs(rest) < 1 && i < SMALL_TIMES.length - 1) {
      rest *= 1000;
      i++;
    }
    return digits(rest) + " " + SMALL_TIMES[i];
  }

  /// Three digits that count, no more.
  private static String digits(double value) {
    double size = Math.abs(value);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    if (size != 0 && size < 0.01) {
      decimals = 4;
    }
    var text =
        BigDecimal.valueOf(value)
            .setScale(decimals, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
