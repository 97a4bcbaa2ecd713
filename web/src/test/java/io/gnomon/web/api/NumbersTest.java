package io.gnomon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "-0.0, -0, -0",
    "0.1, 0.1, 0.1",
    "1e-6, 0.000001, 0.000001",
    "1e-7, 1e-07, 0.0000001",
    "-2.5e-10, -2.5e-10, -0.00000000025",
    "1e20, 100000000000000000000, 100000000000000000000",
    "1e21, 1e+21, 1000000000000000000000",
    "3.333333333333333e20, 333333333333333300000, 333333333333333300000",
    "1.7976931348623157e308, 1.7976931348623157e+308,",
    "5e-324, 5e-324,",
    "16777216.5, 16777216.5, 16777216.5",
    "12345678.9, 12345678.9, 12345678.9",
    "NaN, NaN, NaN",
    "Infinity, +Inf, +Inf",
    "-Infinity, -Inf, -Inf",
  })
  void writesValuesAsGoDoes(double value, String sample, String plain) {
    assertThat(Numbers.sample(value)).isEqualTo(sample);
    if (plain != null) {
      assertThat(Numbers.plain(value)).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1435781451781, 1435781451.781",
    "1795336000100, 1795336000.100",
    "1795336000000, 1795336000",
    "0, 0",
    "5, 0.005",
    "-1, -0.001",
    "-1500, -1.500",
  })
  void writesTimesWithThreeDecimalsOrNone(long millis, String time) {
    assertThat(Numbers.time(millis)).isEqualTo(time);
  }
}
