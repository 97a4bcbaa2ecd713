package io.gnomon.web.page;

import io.gnomon.model.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The time a page shows, in milliseconds since the epoch. In an address it is written as Grafana
/// writes it: `from=now-1h&to=now`, or milliseconds.
///
/// @param quick the length of a range that ends now, such as 1h; empty for a fixed range
public record TimeRange(long from, long to, String quick) {
  /// What can be chosen by one click.
  public static final List<String> QUICK =
      List.of("15m", "1h", "3h", "6h", "12h", "1d", "2d", "1w", "30d");

  private static final String DEFAULT = "1h";

  /// The time asked for, or the last hour where what is asked for is no time.
  static TimeRange parse(@Nullable String from, @Nullable String to, long now) {
    try {
      if (from == null || from.startsWith("now-")) {
        var length = from == null ? DEFAULT : from.substring("now-".length());
        return last(length, now);
      }
      long start = Long.parseLong(from);
      long end = to == null || to.equals("now") ? now : Long.parseLong(to);
      return end > start ? new TimeRange(start, end, "") : last(DEFAULT, now);
    } catch (IllegalArgumentException e) {
      return last(DEFAULT, now);
    }
  }

  private static TimeRange last(String length, long now) {
    long millis = Math.max(60_000, Durations.parse(length).toMillis());
    return new TimeRange(now - millis, now, length);
  }

  public boolean isFixed() {
    return quick.isEmpty();
  }

  /// A step that people use, for about so many points.
  public long step(int points) {
    long least = (to - from) / points;
    for (int seconds :
        new int[] {5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600}) {
      if (seconds * 1000L >= least) {
        return seconds * 1000L;
      }
    }
    return Duration.ofDays(1).toMillis();
  }
}
