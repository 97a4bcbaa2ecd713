package io.gnomon.promql.fn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {
  @ParameterizedTest
  @ValueSource(doubles = {-30, -3, -1, -0.3, -1e-12, 0, 1e-12, 0.3, 0.7, 1, 3, 30})
  void areasTurnHyperbolasBack(double x) {
    var relative = within(Math.abs(x) * 1e-12 + 1e-15);
    assertThat(Elementary.asinh(Math.sinh(x))).isCloseTo(x, relative);
    assertThat(Elementary.acosh(Math.cosh(x))).isCloseTo(Math.abs(x), within(1e-7));
    if (Math.abs(x) < 5) {
      assertThat(Elementary.atanh(Math.tanh(x))).isCloseTo(x, relative);
    }
  }

  @Test
  void areasHaveLimits() {
    assertThat(Elementary.acosh(0.5)).isNaN();
    assertThat(Elementary.acosh(1)).isZero();
    assertThat(Elementary.atanh(1)).isInfinite();
    assertThat(Elementary.atanh(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.atanh(1.5)).isNaN();
    assertThat(Elementary.asinh(1e300)).isCloseTo(691.4686750787737, within(1e-12));
    assertThat(Elementary.asinh(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.asinh(Double.NaN)).isNaN();
  }

  @Test
  void logarithmsOfPowersAreWhole() {
    for (int power = -1074; power <= 1023; power++) {
      assertThat(Elementary.log2(Math.scalb(1.0, power))).isEqualTo(power);
    }
    assertThat(Elementary.log2(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.log2(-1)).isNaN();
    assertThat(Elementary.log2(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.log2(10)).isEqualTo(3.321928094887362);
  }

  @Test
  void roundsHalvesUp() {
    assertThat(Elementary.round(2.5, 1)).isEqualTo(3);
    assertThat(Elementary.round(-2.5, 1)).isEqualTo(-2);
    assertThat(Elementary.round(7, -2)).isEqualTo(6);
    assertThat(Elementary.round(0.1 + 0.2, 0.1)).isEqualTo(0.3, within(1e-16));
    assertThat(Elementary.round(5, 0)).isNaN();
  }

  @Test
  void infinitiesWinOverNaN() {
    assertThat(Elementary.max(Double.NaN, Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Elementary.min(Double.NEGATIVE_INFINITY, Double.NaN)).isInfinite();
    assertThat(Elementary.max(Double.NaN, 1)).isNaN();
    assertThat(Elementary.clamp(5, 1, 3)).isEqualTo(3);
  }
}
