package io.gnomon.collect.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
  private final NumberReader reader = new NumberReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "+1",
        "00012",
        "1.",
        ".5",
        "1e3",
        "1E+3",
        "1e-3",
        "0e99999",
        "1e400",
        "1e-400",
        "9007199254740993",
        "9007199254740992.5",
        "18446744073709551615",
        "18446744073709551616",
        "123456789012345678901234567890",
        "0.000000000000000000000000000000000001",
        "4.9e-324",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "1e22",
        "1e23",
        "8.5e22",
        "5e-324",
        "0.1",
        "0.30000000000000004",
        "1.7000000000000002e+09",
        "6.02214076e23",
        "9.223372036854775807e18",
        "1.00000000000000011102230246251565404236316680908203125",
      })
  void readsTheDoubleThatJavaReads(String text) {
    assertThat(read(text)).isEqualTo(bits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "NAN"})
  void readsNotANumber(String text) {
    assertThat(read(text)).isEqualTo(bits(Double.NaN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Inf", "+Inf", "inf", "+infinity"})
  void readsInfinity(String text) {
    assertThat(read(text)).isEqualTo(bits(Double.POSITIVE_INFINITY));
    assertThat(read("-inf")).isEqualTo(bits(Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "e5", "1e", "1e+", "1f", "1d", "0x10", "0x1p3", "1_0", "1..2", "--1", "1,5"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void readsRandomDoublesToTheLastBit() {
    var random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      assertSame(Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62))));
      assertSame(Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(40) - 20)));
      assertSame(random.nextLong() + "e" + (random.nextInt(120) - 60));
      assertSame(random.nextLong(1L << 40) + "." + random.nextInt(1 << 20));
    }
  }

  @Test
  void readsWhatLiesBetweenTwoDoublesToTheEvenOne() {
    var random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      double low = random.nextLong(1L << 62);
      var middle = new java.math.BigDecimal(low).add(new java.math.BigDecimal(Math.ulp(low) / 2));
      assertSame(middle.toPlainString());
      assertSame(middle.add(java.math.BigDecimal.ONE).toPlainString());
    }
  }

  private void assertSame(String text) {
    if (read(text) != bits(Double.parseDouble(text))) {
      assertThat(Double.longBitsToDouble(read(text))).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  private long read(String text) {
    double value = reader.read((text + "\n").getBytes(StandardCharsets.US_ASCII), 0);
    assertThat(reader.end()).isEqualTo(text.length());
    return bits(value);
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }
}
