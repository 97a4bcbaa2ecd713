package io.gnomon.store;

import io.gnomon.model.Absent;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Reads what `ColumnEncoder` wrote. Owns its scratch and allocates nothing. Bytes that no encoder
/// wrote give nonsense or an `IndexOutOfBoundsException`, never an endless loop.
final class ColumnDecoder {
  private final long[] whole = new long[ColumnFormat.MAX_ROWS + 8];
  private final long[] residuals = new long[ColumnFormat.MAX_ROWS + 8];
  private final BlockUnpacker unpacker = new BlockUnpacker();
  private final ByteInput in = new ByteInput();
  private long start;

  /// Decodes n values into the array from `at` on and gives the position behind the column.
  long decode(MemorySegment memory, long position, double[] values, int at, int n) {
    in.at(memory, position);
    start = position;
    int head = in.takeByte();
    int exponent = head >> 4;
    switch (head & ColumnFormat.KIND) {
      case ColumnFormat.CONSTANT_INTEGER ->
          Arrays.fill(values, at, at + n, (double) in.takeZigzag());
      case ColumnFormat.CONSTANT_BITS ->
          Arrays.fill(values, at, at + n, Double.longBitsToDouble(in.takeLong()));
      case ColumnFormat.INTEGERS -> decimals(exponent, values, at, n);
      case ColumnFormat.DISTANCES -> noisyDecimals(exponent, values, at, n);
      default -> bits(values, at, n);
    }
    if ((head & ColumnFormat.PATCHED) != 0) {
      takePatches(values, at, n);
    }
    return in.position;
  }

  private void decimals(int exponent, double[] values, int at, int n) {
    integers(n);
    if (exponent == 0) {
      for (int i = 0; i < n; i++) {
        values[at + i] = (double) whole[i];
      }
    } else {
      double power = Numbers.powerOfTen(exponent);
      for (int i = 0; i < n; i++) {
        values[at + i] = (double) whole[i] / power;
      }
    }
  }

  private void noisyDecimals(int exponent, double[] values, int at, int n) {
    integers(n);
    unpacker.unpack(in, residuals, n);
    double power = Numbers.powerOfTen(exponent);
    for (int i = 0; i < n; i++) {
      long nearest = Double.doubleToRawLongBits(whole[i] / power);
      values[at + i] = Double.longBitsToDouble(nearest + Numbers.unzigzag(residuals[i]));
    }
  }

  private void bits(double[] values, int at, int n) {
    integers(n);
    for (int i = 0; i < n; i++) {
      values[at + i] = Double.longBitsToDouble(Numbers.ordered(whole[i]));
    }
  }

  private void integers(int n) {
    int flags = in.takeByte();
    int order = flags & ColumnFormat.ORDER;
    long first = in.takeZigzag();
    long divisor = (flags & ColumnFormat.DIVIDED) != 0 ? in.takeVarint() : 1;
    long least = order == ColumnFormat.DELTAS_OVER_LEAST ? in.takeZigzag() : 0;
    int count = order == ColumnFormat.VALUES_OVER_LEAST ? n : n - 1;
    takePayload((flags & ColumnFormat.SHARED) != 0, count);
    switch (order) {
      case ColumnFormat.VALUES_OVER_LEAST -> addToLeast(first, divisor, n);
      case ColumnFormat.DELTAS_OVER_LEAST -> addLeast(least, count);
      default -> unzigzag(count);
    }
    if (order != ColumnFormat.VALUES_OVER_LEAST) {
      sum(first, divisor, n);
    }
  }

  private void takePayload(boolean shared, int count) {
    if (!shared) {
      unpacker.unpack(in, residuals, count);
      return;
    }
    long distance = in.takeVarint();
    long behind = in.position;
    in.position = start - distance;
    unpacker.unpack(in, residuals, count);
    in.position = behind;
  }

  private void addToLeast(long least, long divisor, int n) {
    for (int i = 0; i < n; i++) {
      whole[i] = least + residuals[i] * divisor;
    }
  }

  private void addLeast(long least, int count) {
    for (int i = 0; i < count; i++) {
      residuals[i] += least;
    }
  }

  private void unzigzag(int count) {
    for (int i = 0; i < count; i++) {
      residuals[i] = Numbers.unzigzag(residuals[i]);
    }
  }

  private void sum(long first, long divisor, int n) {
    if (divisor != 1) {
      for (int i = 0; i < n - 1; i++) {
        residuals[i] *= divisor;
      }
    }
    long value = first;
    whole[0] = value;
    for (int i = 1; i < n; i++) {
      value += residuals[i - 1];
      whole[i] = value;
    }
  }

  private void takePatches(double[] values, int at, int n) {
    long runs = in.takeVarint();
    int next = at;
    for (long run = 0; run < runs && next < at + n; run++) {
      next += (int) in.takeVarint();
      long head = in.takeVarint();
      int end = next + (int) (head >>> 2);
      Arrays.fill(values, next, end, Double.longBitsToDouble(patch((int) head & 3)));
      next = end;
    }
  }

  private long patch(int code) {
    return switch (code) {
      case ColumnFormat.PATCH_STALE -> Absent.STALE_BITS;
      case ColumnFormat.PATCH_GAP -> Absent.GAP_BITS;
      default -> in.takeLong();
    };
  }
}
