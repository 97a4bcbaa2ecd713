package io.gnomon.store;

/// Writes integers as the cheapest of their deltas, their deltas over the least delta, or
/// themselves over the least value, all divided by their greatest common divisor: memory moves in
/// pages.
final class IntegerEncoder {
  private final long[] residuals = new long[ColumnFormat.MAX_ROWS];
  private final BlockPacker packer = new BlockPacker();
  private long divisor;
  private long leastDelta;
  private long leastValue;
  private int order;

  /// Where the payload of the last column begins, and the byte that says how it is to be read.
  long payload;

  long orderByte;

  void encode(long[] values, int n, ByteOutput out) {
    divisor = commonDivisor(values, n);
    choose(values, n);
    orderByte = out.position;
    out.putByte(order | (divisor != 1 ? ColumnFormat.DIVIDED : 0));
    out.putZigzag(order == ColumnFormat.VALUES_OVER_LEAST ? leastValue : values[0]);
    if (divisor != 1) {
      out.putVarint(divisor);
    }
    if (order == ColumnFormat.DELTAS_OVER_LEAST) {
      out.putZigzag(leastDelta);
    }
    payload = out.position;
    packer.pack(residuals, residuals(values, n), out);
  }

  private static long commonDivisor(long[] values, int n) {
    long divisor = 0;
    for (int i = 1; i < n && divisor != 1; i++) {
      divisor = Numbers.gcd(divisor, values[i] - values[i - 1]);
    }
    return divisor == 0 ? 1 : divisor;
  }

  private void choose(long[] values, int n) {
    findLeast(values, n);
    long deltas = 0;
    long overDelta = 0;
    long overValue = 0;
    for (int i = 1; i < n; i++) {
      long delta = (values[i] - values[i - 1]) / divisor;
      deltas += Numbers.width(Numbers.zigzag(delta));
      overDelta += Numbers.width(delta - leastDelta);
      overValue += Numbers.width((values[i] - leastValue) / divisor);
    }
    order = ColumnFormat.DELTAS;
    if (deltasFit && overDelta < deltas) {
      order = ColumnFormat.DELTAS_OVER_LEAST;
    }
    if (valuesFit && overValue < Math.min(deltas, deltasFit ? overDelta : deltas) - n / 8) {
      order = ColumnFormat.VALUES_OVER_LEAST;
    }
  }

  private boolean deltasFit;
  private boolean valuesFit;

  /// Finds the least delta and value, and whether differences from them stay within 63 bits.
  private void findLeast(long[] values, int n) {
    leastDelta = Long.MAX_VALUE;
    leastValue = values[0];
    long mostDelta = Long.MIN_VALUE;
    long mostValue = values[0];
    for (int i = 1; i < n; i++) {
      long delta = (values[i] - values[i - 1]) / divisor;
      leastDelta = Math.min(leastDelta, delta);
      mostDelta = Math.max(mostDelta, delta);
      leastValue = Math.min(leastValue, values[i]);
      mostValue = Math.max(mostValue, values[i]);
    }
    deltasFit = mostDelta - leastDelta >= 0;
    valuesFit = mostValue - leastValue >= 0;
  }

  /// Computes the residuals of the chosen order and gives their number.
  private int residuals(long[] values, int n) {
    if (order == ColumnFormat.VALUES_OVER_LEAST) {
      for (int i = 0; i < n; i++) {
        residuals[i] = (values[i] - leastValue) / divisor;
      }
      return n;
    }
    for (int i = 1; i < n; i++) {
      long delta = (values[i] - values[i - 1]) / divisor;
      residuals[i - 1] = order == ColumnFormat.DELTAS ? Numbers.zigzag(delta) : delta - leastDelta;
    }
    return n - 1;
  }
}
