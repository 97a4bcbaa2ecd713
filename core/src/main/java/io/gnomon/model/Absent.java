package io.gnomon.model;

/// The bit patterns that stand where there is no value. Both are signalling NaNs, which no
/// arithmetic yields; copies keep their bits. Look before you compute: an operation on one gives a
/// plain NaN.
public final class Absent {
  /// Prometheus's stale marker: the series ended here. The evaluator uses the same bits for a hole.
  public static final long STALE_BITS = 0x7ff0000000000002L;

  /// No sample was taken here, and nothing ended. Only the store knows these bits.
  public static final long GAP_BITS = 0x7ff0000000000003L;

  public static final double STALE = Double.longBitsToDouble(STALE_BITS);
  public static final double GAP = Double.longBitsToDouble(GAP_BITS);

  private Absent() {}

  /// True for the stale marker, which is also the evaluator's hole.
  public static boolean is(double value) {
    return Double.doubleToRawLongBits(value) == STALE_BITS;
  }

  public static boolean isGap(double value) {
    return Double.doubleToRawLongBits(value) == GAP_BITS;
  }
}
