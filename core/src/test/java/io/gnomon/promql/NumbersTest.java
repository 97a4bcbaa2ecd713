package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0,                      0,        0",
    "-0.0,                   -0,       -0",
    "1,                      1,        1",
    "100,                    100,      100",
    "0.1,                    0.1,      0.1",
    "-2.5,                   -2.5,     -2.5",
    "1e-6,                   0.000001, 0.000001",
    "1e-7,                   0.0000001, 1e-07",
    "1.5e-10,                0.00000000015, 1.5e-10",
    "123456789012345678,     123456789012345680, 123456789012345680",
    "1e20,                   100000000000000000000, 100000000000000000000",
    "1e21,                   1000000000000000000000, 1e+21",
    "-1.5e22,                -15000000000000000000000, -1.5e+22",
    "3.333333333333333e20,   333333333333333300000, 333333333333333300000",
    "1.7976931348623157e308, , 1.7976931348623157e+308",
    "4.9e-324,               , 5e-324",
    "2e-323,                 , 2e-323",
    "9007199254740993,       9007199254740992, 9007199254740992",
    "NaN,                    NaN,      NaN",
    "Infinity,               +Inf,     +Inf",
    "-Infinity,              -Inf,     -Inf"
  })
  void printsTheFewestDigits(double value, String plain, String sample) {
    if (plain != null) {
      assertThat(Numbers.plain(value)).isEqualTo(plain);
    }
    assertThat(Numbers.sample(value)).isEqualTo(sample);
  }
}
