package io.gnomon.collect.exposition;

/// The double nearest to `digits * 10^exponent`, exactly, without big numbers: by Clinger when both
/// are small, else by the method of Eisel and Lemire (Lemire, "Number Parsing at a Gigabyte per
/// Second", 2021), which multiplies by 128 bits of the power and knows when they do not suffice.
final class Decimal {
  private static final double[] EXACT = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long MOST_EXACT = 1L << 53;
  private static final int BIAS = 1023;
  private static final int LOW_BITS = 0x1ff; // what is cut off a product of 64 bits

  private Decimal() {}

  /// @param digits unsigned
  /// @return NaN when it cannot be told this way
  static double nearest(long digits, int exponent) {
    if (digits == 0) {
      return 0;
    }
    if (digits > 0 && digits <= MOST_EXACT && Math.abs(exponent) < EXACT.length) {
      return exponent < 0 ? digits / EXACT[-exponent] : digits * EXACT[exponent];
    }
    if (exponent < PowersOfTen.LEAST || exponent > PowersOfTen.MOST) {
      return Double.NaN;
    }
    return multiply(digits, exponent);
  }

  private static double multiply(long digits, int exponent) {
    int shift = Long.numberOfLeadingZeros(digits);
    long w = digits << shift;
    long power = PowersOfTen.high(exponent);
    long high = Math.unsignedMultiplyHigh(w, power);
    long low = w * power;
    if ((high & LOW_BITS) == LOW_BITS && Long.compareUnsigned(low + w, w) < 0) {
      long lower = PowersOfTen.low(exponent);
      long carry = Math.unsignedMultiplyHigh(w, lower);
      low += carry;
      if (Long.compareUnsigned(low, carry) < 0) {
        high++;
      }
      boolean unknown = (high & LOW_BITS) == LOW_BITS && low == -1;
      if (unknown && Long.compareUnsigned(w * lower + w, w) < 0) {
        return Double.NaN;
      }
    }
    return round(high, low, binaryExponent(exponent) - shift);
  }

  /// The biased exponent of `2^63 * 10^exponent`'s leading bit: `log2(10)` as 217706 / 2^16.
  private static int binaryExponent(int exponent) {
    return (217706 * exponent >> 16) + 64 + BIAS;
  }

  private static double round(long high, long low, int exponent) {
    int top = (int) (high >>> 63);
    long mantissa = high >>> (top + 9);
    if (low == 0 && (high & LOW_BITS) == 0 && (mantissa & 3) == 1) {
      return Double.NaN; // exactly between two doubles, as far as these bits tell
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    int biased = exponent - (1 ^ top);
    if (mantissa >>> 53 != 0) {
      mantissa >>>= 1;
      biased++;
    }
    return Double.longBitsToDouble((long) biased << 52 | mantissa & (1L << 52) - 1);
  }
}
