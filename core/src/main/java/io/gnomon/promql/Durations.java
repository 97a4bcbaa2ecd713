package io.gnomon.promql;

/// Durations as Prometheus prints them: `1h30m`; years and weeks only when nothing remains.
final class Durations {
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

    private boolean fits(long length) {
      return compareTo(WEEK) > 0 ? length >= millis : length > 0 && length % millis == 0;
    }
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
