package io.gnomon.promql.fn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @Test
  void areJavasWithinJavasYears() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long time = random.nextLong(-400_000_000_000L, 400_000_000_000L);
      var date = Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC);
      assertThat(Dates.year(time)).isEqualTo(date.getYear());
      assertThat(Dates.month(time)).isEqualTo(date.getMonthValue());
      assertThat(Dates.dayOfMonth(time)).isEqualTo(date.getDayOfMonth());
      assertThat(Dates.dayOfYear(time)).isEqualTo(date.getDayOfYear());
      assertThat(Dates.dayOfWeek(time)).isEqualTo(date.getDayOfWeek().getValue() % 7);
      assertThat(Dates.daysInMonth(time)).isEqualTo(date.toLocalDate().lengthOfMonth());
      assertThat(Dates.hour(time)).isEqualTo(date.getHour());
      assertThat(Dates.minute(time)).isEqualTo(date.getMinute());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,       292277026596, 12, 0, 15, 30",
    "Infinity,  292277026596, 12, 0, 15, 30",
    "1e18,      31688740476,  10, 5, 1,  46",
    "-61.9,     1969,         12, 3, 23, 58"
  })
  void areGosBeyond(
      double time, double year, double month, double day, double hour, double minute) {
    assertThat(Dates.year(time)).isEqualTo(year);
    assertThat(Dates.month(time)).isEqualTo(month);
    assertThat(Dates.dayOfWeek(time)).isEqualTo(day);
    assertThat(Dates.hour(time)).isEqualTo(hour);
    assertThat(Dates.minute(time)).isEqualTo(minute);
  }
}
