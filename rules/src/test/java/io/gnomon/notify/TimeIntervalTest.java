package io.gnomon.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeIntervalTest {
  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "weekdays monday:friday, 2024-02-09T12:00:00Z, true",
    "weekdays monday:friday, 2024-02-10T12:00:00Z, false",
    "days_of_month -3:-1, 2024-02-27T12:00:00Z, true",
    "days_of_month -3:-1, 2024-02-26T12:00:00Z, false",
    "days_of_month 30:31, 2024-02-29T12:00:00Z, false",
    "months january:march, 2024-04-01T12:00:00Z, false",
    "months january, 2024-01-31T12:00:00Z, true",
    "years 2024:2025, 2025-12-31T12:00:00Z, true"
  })
  void contains(String range, String time, boolean expected) {
    var parts = range.split(" ");
    var ranges = List.of(TimeRange.parse(parts[1]));
    var interval =
        new TimeInterval(
            null,
            only(parts, "weekdays", ranges),
            only(parts, "days_of_month", ranges),
            only(parts, "months", ranges),
            only(parts, "years", ranges),
            null);
    assertThat(interval.contains(Instant.parse(time).toEpochMilli())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "09:00 to 17:00 in {0}: {1} is {2}")
  @CsvSource({
    "Asia/Shanghai, 2024-02-09T01:00:00Z, true",
    "Asia/Shanghai, 2024-02-09T09:00:00Z, false",
    "Europe/Berlin, 2024-07-09T07:00:00Z, true",
    "Europe/Berlin, 2024-01-09T07:59:00Z, false"
  })
  void followsItsTimeZone(String zone, String time, boolean expected) {
    var clock = List.of(new TimeInterval.Clock("09:00", "17:00"));
    var interval = new TimeInterval(clock, null, null, null, null, zone);
    assertThat(interval.contains(Instant.parse(time).toEpochMilli())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"days_of_month 0:5", "days_of_month 5:1", "months 1:13", "weekdays x", "years 1:2:3"})
  void refusesWhatIsNoRange(String range) {
    var parts = range.split(" ");
    assertThatThrownBy(
            () -> {
              var ranges = List.of(TimeRange.parse(parts[1]));
              new TimeInterval(
                  null,
                  only(parts, "weekdays", ranges),
                  only(parts, "days_of_month", ranges),
                  only(parts, "months", ranges),
                  only(parts, "years", ranges),
                  null);
            })
        .hasMessageContaining("expected a range");
  }

  private static @Nullable List<TimeRange> only(
      String[] parts, String key, List<TimeRange> ranges) {
    return parts[0].equals(key) ? ranges : null;
  }
}
