package io.gnomon.collect.exposition;

import java.math.BigInteger;

/// The powers of ten from 10^-80 to 10^80: the upper 128 bits of each, rounded down, the highest of
/// them set.
final class PowersOfTen {
  static final int LEAST = -80;
  static final int MOST = 80;

  private static final int BITS = 128;
  private static final long[] HIGH = new long[MOST - LEAST + 1];
  private static final long[] LOW = new long[MOST - LEAST + 1];

  static {
    for (int exponent = LEAST; exponent <= MOST; exponent++) {
      var bits = bits(exponent);
      HIGH[exponent - LEAST] = bits.shiftRight(64).longValue();
      LOW[exponent - LEAST] = bits.longValue();
    }
  }

  private PowersOfTen() {}

  static long high(int exponent) {
    return HIGH[exponent - LEAST];
  }

  static long low(int exponent) {
    return LOW[exponent - LEAST];
  }

  private static BigInteger bits(int exponent) {
    var power = BigInteger.TEN.pow(Math.abs(exponent));
    var whole =
        exponent < 0
            ? BigInteger.ONE.shiftLeft(BITS + power.bitLength()).divide(power)
            : power.shiftLeft(BITS);
    return whole.shiftRight(whole.bitLength() - BITS);
  }
}
