package io.gnomon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
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
    assertThat(Times.seconds(millis)).isEqualTo(time);
  }
}
