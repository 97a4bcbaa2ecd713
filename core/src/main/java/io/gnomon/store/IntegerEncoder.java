package io.gnomon.store;

/// Writes integers as the cheapest of their deltas, their deltas over the least delta, or
/// themselves over the least value, all divided by their greatest common divisor: memory moves in
/// pages.
final class IntegerEncoder {
  /// What a value, divided, is over the first; and over the one before.
  private final long[] sums = new long[ColumnFormat.MAX_ROWS];

  private final long[] deltas = new long[ColumnFormat.MAX_ROWS];
  private final long[] residuals = new long[ColumnFormat.MAX_ROWS];
  private final BlockPacker packer = new BlockPacker();
  private long divisor;
  private long leastDelta;
  private long leastSum;
  private boolean deltasFit;
  private boolean sumsFit;
  private int order;

  /// Where the payload of the last column begins, and the byte that says how it is to be read.
  long payload;

  long orderByte;

  void encode(long[] values, int n, ByteOutput out) {
    divisor = commonDivisor(values, n);
    difference(values, n);
    findLeast(n);
    choose(n);
    orderByte = out.position;
    out.putByte(order | (divisor != 1 ? ColumnFormat.DIVIDED : 0));
    boolean least = order == ColumnFormat.VALUES_OVER_LEAST;
    out.putZigzag(least ? values[0] + leastSum * divisor : values[0]);
    if (divisor != 1) {
      out.putVarint(divisor);
    }
    if (order == ColumnFormat.DELTAS_OVER_LEAST) {
      out.putZigzag(leastDelta);
    }
    payload = out.position;
    packer.pack(residuals, residuals(n), out);
  }

  private static long commonDivisor(long[] values, int n) {
    long divisor = 0;
    for (int i = 1; i < n && divisor != 1; i++) {
      divisor = Numbers.gcd(divisor, values[i] - values[i - 1]);
    }
    return divisor == 0 ? 1 : divisor;
  }

  private void difference(long[] values, int n) {
    for (int i = 1; i < n; i++) {
      deltas[i] = values[i] - values[i - 1];
    }
    for (int i = 1; i < n && divisor != 1; i++) {
      deltas[i] /= divisor;
    }
  }

  /// Finds the least delta and sum, and whether differences from them stay within 63 bits.
  private void findLeast(int n) {
    leastDelta = Long.MAX_VALUE;
    leastSum = 0;
    long mostDelta = Long.MIN_VALUE;
    long mostSum = 0;
    long sum = 0;
    sums[0] = 0;
    boolean overflow = false;
    for (int i = 1; i < n; i++) {
      long delta = deltas[i];
      long next = sum + delta;
      overflow |= ((sum ^ next) & (delta ^ next)) < 0;
      sum = next;
      sums[i] = sum;
      leastDelta = Math.min(leastDelta, delta);
      mostDelta = Math.max(mostDelta, delta);
      leastSum = Math.min(leastSum, sum);
      mostSum = Math.max(mostSum, sum);
    }
    deltasFit = mostDelta - leastDelta >= 0;
    sumsFit = !overflow && mostSum - leastSum >= 0;
  }

  private void choose(int n) {
    long plain = 0;
    long overDelta = 0;
    long overSum = 0;
    for (int i = 1; i < n; i++) {
      plain += Numbers.width(Numbers.zigzag(deltas[i]));
      overDelta += Numbers.width(deltas[i] - leastDelta);
      overSum += Numbers.width(sums[i] - leastSum);
    }
    boolean least = deltasFit && overDelta < plain;
    order = least ? ColumnFormat.DELTAS_OVER_LEAST : ColumnFormat.DELTAS;
    if (sumsFit && overSum < (least ? overDelta : plain) - n / 8) {
      order = ColumnFormat.VALUES_OVER_LEAST;
    }
  }

  /// Computes the residuals of the chosen order and gives their number.
  private int residuals(int n) {
    switch (order) {
      case ColumnFormat.VALUES_OVER_LEAST -> {
        for (int i = 0; i < n; i++) {
          residuals[i] = sums[i] - leastSum;
        }
        return n;
      }
      case ColumnFormat.DELTAS_OVER_LEAST -> {
        for (int i = 1; i < n; i++) {
          residuals[i - 1] = deltas[i] - leastDelta;
        }
      }
      default -> {
        for (int i = 1; i < n; i++) {
          residuals[i - 1] = Numbers.zigzag(deltas[i]);
        }
      }
    }
    return n - 1;
  }
}
