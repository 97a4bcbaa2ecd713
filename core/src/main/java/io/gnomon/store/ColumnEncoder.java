package io.gnomon.store;

import io.gnomon.model.Absent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Writes columns in the `ColumnFormat`. Owns its scratch and allocates nothing.
final class ColumnEncoder {
  private static final int MAX = ColumnFormat.MAX_ROWS;

  /// The decimals tried for sums that collected rounding noise.
  private static final int[] NOISY_EXPONENTS = {3, 6, 9, 12};

  private final double[] filled = new double[MAX];
  private final boolean[] odd = new boolean[MAX];
  private final boolean[] strange = new boolean[MAX];
  private final long[] whole = new long[MAX];
  private final long[] distances = new long[MAX];
  private final IntegerEncoder integers = new IntegerEncoder();
  private final BlockPacker packer = new BlockPacker();
  private final ByteOutput trial = new ByteOutput();
  private boolean patched;
  private boolean shareable;

  ColumnEncoder(Arena arena) {
    trial.memory = arena.allocate(ColumnFormat.mostBytes(MAX));
  }

  /// Writes n values at the cursor, which must have `ColumnFormat.mostBytes` of room.
  void encode(double[] values, int from, int n, ByteOutput out) {
    shareable = false;
    fill(values, from, n);
    int exponent;
    if (isConstant(n)) {
      constant(filled[0], out);
    } else if ((exponent = decimals(n)) >= 0) {
      decimal(exponent, n, out);
    } else {
      bits(n, out);
    }
    if (patched) {
      putPatches(values, from, n, out);
    }
  }

  /// True when the column's payload may stand for an equal one of a later column.
  boolean shareable() {
    return shareable;
  }

  long payload() {
    return integers.payload;
  }

  /// Replaces the payload of the column that was just written, at `start`, by the distance back to
  /// an equal one.
  void share(long start, long earlier, ByteOutput out) {
    int order = out.memory.get(Memory.BYTE, integers.orderByte);
    out.memory.set(Memory.BYTE, integers.orderByte, (byte) (order | ColumnFormat.SHARED));
    out.position = integers.payload;
    out.putVarint(start - earlier);
  }

  /// Holes take the value before them, at the start the one after.
  private void fill(double[] values, int from, int n) {
    int first = 0;
    while (first < n && Numbers.isHole(values[from + first])) {
      first++;
    }
    double last = values[from + (first == n ? 0 : first)];
    patched = false;
    for (int i = 0; i < n; i++) {
      double value = values[from + i];
      last = Numbers.isHole(value) ? last : value;
      filled[i] = last;
      odd[i] = !Numbers.sameBits(value, last);
      patched |= odd[i];
    }
  }

  private boolean isConstant(int n) {
    long bits = Double.doubleToRawLongBits(filled[0]);
    for (int i = 1; i < n; i++) {
      if (Double.doubleToRawLongBits(filled[i]) != bits) {
        return false;
      }
    }
    return true;
  }

  private void constant(double value, ByteOutput out) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15 && !Numbers.isNegativeZero(value)) {
      putKind(ColumnFormat.CONSTANT_INTEGER, 0, out);
      out.putZigzag((long) value);
    } else {
      putKind(ColumnFormat.CONSTANT_BITS, 0, out);
      out.putLong(Double.doubleToRawLongBits(value));
    }
  }

  private void putKind(int kind, int exponent, ByteOutput out) {
    out.putByte(kind | (patched ? ColumnFormat.PATCHED : 0) | exponent << 4);
  }

  /// The exponent that makes integers of all but one value in sixteen, or -1. Fills `whole`.
  private int decimals(int n) {
    int exponent = 0;
    int strange = 0;
    for (int i = 0; i < n && strange <= n >> 4; i++) {
      int e = Numbers.decimalExponent(filled[i], exponent);
      exponent = Math.max(exponent, e);
      strange += e < 0 ? 1 : 0;
    }
    return strange <= n >> 4 && scale(exponent, n) ? exponent : -1;
  }

  /// Makes integers of the values; one that is no decimal takes the one before.
  private boolean scale(int exponent, int n) {
    double power = Numbers.powerOfTen(exponent);
    int count = 0;
    for (int i = 0; i < n; i++) {
      double scaled = Math.rint(filled[i] * power);
      strange[i] = !isDecimal(filled[i], scaled, power);
      whole[i] = !strange[i] ? (long) scaled : i == 0 ? 0 : whole[i - 1];
      count += strange[i] ? 1 : 0;
    }
    return count <= n >> 3;
  }

  private static boolean isDecimal(double value, double scaled, double power) {
    return Numbers.isExact(scaled) && Numbers.sameBits((long) scaled / power, value);
  }

  private void decimal(int exponent, int n, ByteOutput out) {
    markStrange(n);
    putKind(ColumnFormat.INTEGERS, exponent, out);
    integers.encode(whole, n, out);
    shareable = !patched;
  }

  /// What is no decimal is patched; before the first decimal there is none to take.
  private void markStrange(int n) {
    int first = 0;
    while (first < n && strange[first]) {
      first++;
    }
    for (int i = 0; i < n; i++) {
      whole[i] = i < first ? whole[first] : whole[i];
      odd[i] |= strange[i];
      patched |= strange[i];
    }
  }

  private void bits(int n, ByteOutput out) {
    long start = out.position;
    for (int i = 0; i < n; i++) {
      whole[i] = Numbers.ordered(Double.doubleToRawLongBits(filled[i]));
    }
    putKind(ColumnFormat.BITS, 0, out);
    integers.encode(whole, n, out);
    for (int exponent : NOISY_EXPONENTS) {
      if (measureDistances(exponent, n)) {
        trial.position = 0;
        putKind(ColumnFormat.DISTANCES, exponent, trial);
        integers.encode(whole, n, trial);
        packer.pack(distances, n, trial);
        takeTrial(start, out);
      }
    }
  }

  private boolean measureDistances(int exponent, int n) {
    double power = Numbers.powerOfTen(exponent);
    for (int i = 0; i < n; i++) {
      double scaled = Math.rint(filled[i] * power);
      if (!Numbers.isExact(scaled) || scaled == 0 && filled[i] < 0) {
        return false;
      }
      whole[i] = (long) scaled;
      long nearest = Double.doubleToRawLongBits(whole[i] / power);
      distances[i] = Numbers.zigzag(Double.doubleToRawLongBits(filled[i]) - nearest);
    }
    return true;
  }

  private void takeTrial(long start, ByteOutput out) {
    long length = trial.position;
    if (length < out.position - start) {
      MemorySegment.copy(trial.memory, 0, out.memory, start, length);
      out.position = start + length;
    }
  }

  private void putPatches(double[] values, int from, int n, ByteOutput out) {
    out.putVarint(countRuns(values, from, n));
    int last = 0;
    for (int i = 0; i < n; ) {
      int end = runEnd(values, from, i, n);
      if (odd[i]) {
        out.putVarint(i - last);
        putRun(Double.doubleToRawLongBits(values[from + i]), end - i, out);
        last = end;
      }
      i = end;
    }
  }

  private int countRuns(double[] values, int from, int n) {
    int runs = 0;
    for (int i = 0; i < n; i = runEnd(values, from, i, n)) {
      runs += odd[i] ? 1 : 0;
    }
    return runs;
  }

  /// The end of the run of equal odd values that begins at i; of a value that is not odd, i + 1.
  private int runEnd(double[] values, int from, int i, int n) {
    int end = i + 1;
    while (odd[i]
        && end < n
        && odd[end]
        && Numbers.sameBits(values[from + i], values[from + end])) {
      end++;
    }
    return end;
  }

  private static void putRun(long bits, int length, ByteOutput out) {
    int code =
        bits == Absent.STALE_BITS
            ? ColumnFormat.PATCH_STALE
            : bits == Absent.GAP_BITS ? ColumnFormat.PATCH_GAP : ColumnFormat.PATCH_OTHER;
    out.putVarint((long) length << 2 | code);
    if (code == ColumnFormat.PATCH_OTHER) {
      out.putLong(bits);
    }
  }
}
