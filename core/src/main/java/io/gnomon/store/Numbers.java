package io.gnomon.store;

import io.gnomon.model.Absent;

/// The arithmetic of the column codec.
final class Numbers {
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /// Integers below this are doubles without rounding.
  private static final double EXACT = 0x1p53;

  private Numbers() {}

  static double powerOfTen(int exponent) {
    return POWERS_OF_TEN[exponent];
  }

  /// Small numbers of either sign become small numbers: 0, -1, 1, -2 are 0, 1, 2, 3.
  static long zigzag(long x) {
    return x << 1 ^ x >> 63;
  }

  static long unzigzag(long x) {
    return x >>> 1 ^ -(x & 1);
  }

  /// Bits needed to write the number, taken as unsigned.
  static int width(long x) {
    return 64 - Long.numberOfLeadingZeros(x);
  }

  static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  /// The least exponent, not below `from`, with which a decimal integer gives the double back bit
  /// for bit; -1 when there is none up to 15.
  static int decimalExponent(double x, int from) {
    for (int e = from; e < POWERS_OF_TEN.length; e++) {
      double scaled = Math.rint(x * POWERS_OF_TEN[e]);
      if (!(Math.abs(scaled) < EXACT)) {
        return -1;
      }
      if (scaled / POWERS_OF_TEN[e] == x) {
        return isNegativeZero(x) ? -1 : e;
      }
    }
    return -1;
  }

  static boolean isExact(double whole) {
    return Math.abs(whole) < EXACT;
  }

  static boolean isNegativeZero(double x) {
    return Double.doubleToRawLongBits(x) == Long.MIN_VALUE;
  }

  static boolean sameBits(double a, double b) {
    return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
  }

  /// Bits of a double turned so that larger doubles are larger integers. Its own inverse.
  static long ordered(long bits) {
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /// True where no value was taken: the stale marker and the gap.
  static boolean isHole(double value) {
    return isHole(Double.doubleToRawLongBits(value));
  }

  static boolean isHole(long bits) {
    return bits == Absent.STALE_BITS || bits == Absent.GAP_BITS;
  }
}
