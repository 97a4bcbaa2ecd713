package io.gnomon.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A block of times: every part that is given must hold, in the time zone of the block (UTC unless
/// told). In each part any of the ranges may hold.
public record TimeInterval(
    @Nullable List<Clock> times,
    @Nullable List<TimeRange> weekdays,
    @Nullable List<TimeRange> daysOfMonth,
    @Nullable List<TimeRange> months,
    @Nullable List<TimeRange> years,
    @Nullable String location) {

  /// Minutes of a day, the end excluded; `24:00` is the end of the day.
  public record Clock(String startTime, String endTime) {
    public Clock {
      if (minutes(startTime) >= minutes(endTime)) {
        throw new IllegalArgumentException("end_time: expected a time after start_time");
      }
    }

    boolean contains(int minute) {
      return minutes(startTime) <= minute && minute < minutes(endTime);
    }

    private static int minutes(@Nullable String text) {
      if (text == null || !text.matches("([01]\\d|2[0-3]):[0-5]\\d|24:00")) {
        throw new IllegalArgumentException("expected start_time and end_time such as 09:30");
      }
      return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }
  }

  public TimeInterval {
    check("weekdays", weekdays, 0, 6, false);
    check("days_of_month", daysOfMonth, 1, 31, true);
    check("months", months, 1, 12, false);
    check("years", years, 1, 9999, false);
    if (location != null) {
      var _ = zone("location", location);
    }
  }

  public boolean contains(long time) {
    var zone = location == null ? ZoneOffset.UTC : zone("location", location);
    var local = Instant.ofEpochMilli(time).atZone(zone);
    var day = local.toLocalDate();
    int minute = local.getHour() * 60 + local.getMinute();
    return (times == null || times.stream().anyMatch(clock -> clock.contains(minute)))
        && holds(weekdays, day.getDayOfWeek().getValue() % 7)
        && holdsInMonth(day)
        && holds(months, day.getMonthValue())
        && holds(years, day.getYear());
  }

  private static boolean holds(@Nullable List<TimeRange> ranges, int value) {
    return ranges == null || ranges.stream().anyMatch(range -> range.contains(value));
  }

  private boolean holdsInMonth(LocalDate day) {
    return daysOfMonth == null
        || daysOfMonth.stream()
            .anyMatch(range -> range.inMonth(day.lengthOfMonth()).contains(day.getDayOfMonth()));
  }

  /// The zone of that name; `Local` is the machine's.
  public static ZoneId zone(String key, String name) {
    try {
      return name.equals("Local") ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(key + ": expected a time zone such as Asia/Shanghai", e);
    }
  }

  private static void check(
      String key, @Nullable List<TimeRange> ranges, int least, int most, boolean fromEnd) {
    for (var range : ranges == null ? List.<TimeRange>of() : ranges) {
      if (!range.within(least, most, fromEnd)) {
        throw new IllegalArgumentException(
            key + ": expected a range within " + least + ":" + most + ", got " + range);
      }
    }
  }
}
