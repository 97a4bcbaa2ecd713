package io.gnomon.store;

import java.util.Arrays;

/// Reads what `BlockPacker` wrote. The loops are kept apart and plain so that the compiler turns
/// them into vector code.
final class BlockUnpacker {
  private final long[] kept = new long[ColumnFormat.BLOCK + 8];

  void unpack(ByteInput in, long[] values, int n) {
    for (int from = 0; from < n; from += ColumnFormat.BLOCK) {
      unpackBlock(in, values, from, Math.min(ColumnFormat.BLOCK, n - from));
    }
  }

  private void unpackBlock(ByteInput in, long[] values, int from, int n) {
    int head = in.takeByte();
    int width = head & ColumnFormat.WIDTH;
    int wide = (head & ColumnFormat.WIDE_ONES) != 0 ? in.takeByte() : 0;
    if ((head & ColumnFormat.SPARSE) == 0) {
      takeBits(in, values, from, n, width);
      takeWide(in, values, from, wide, width);
    } else {
      unpackSparse(in, values, from, n, width, wide);
    }
  }

  private void unpackSparse(ByteInput in, long[] values, int from, int n, int width, int wide) {
    long bitmap = in.position;
    int bytes = (n + 7) >> 3;
    int count = 0;
    for (int i = 0; i < bytes; i++) {
      count += Integer.bitCount(in.takeByte());
    }
    takeBits(in, kept, 0, count, width);
    takeWide(in, kept, 0, wide, width);
    Arrays.fill(values, from, from + n, 0L);
    int next = 0;
    for (int i = 0; i < bytes; i++) {
      int bits = in.memory.get(Memory.BYTE, bitmap + i) & 0xff;
      for (; bits != 0; bits &= bits - 1) {
        values[from + 8 * i + Integer.numberOfTrailingZeros(bits)] = kept[next++];
      }
    }
  }

  private static void takeWide(ByteInput in, long[] values, int from, int wide, int width) {
    for (int i = 0; i < wide; i++) {
      int place = in.takeByte();
      values[from + place] |= in.takeVarint() << width;
    }
  }

  private static void takeBits(ByteInput in, long[] values, int from, int n, int width) {
    if (width == 0) {
      Arrays.fill(values, from, from + n, 0L);
    } else if (width == ColumnFormat.WIDTH) {
      takeWords(in, values, from, n);
    } else {
      takePacked(in, values, from, n, width);
    }
  }

  private static void takeWords(ByteInput in, long[] values, int from, int n) {
    for (int i = 0; i < n; i++) {
      values[from + i] = in.memory.get(Memory.LONG, in.position + 8L * i);
    }
    in.position += 8L * n;
  }

  /// One load of eight bytes yields four narrow values or two of middle width.
  private static void takePacked(ByteInput in, long[] values, int from, int n, int width) {
    var memory = in.memory;
    long start = in.position;
    long mask = (1L << width) - 1;
    int bit = 0;
    int i = from;
    int end = from + n;
    if (width <= 14) {
      for (; i + 4 <= end; i += 4, bit += 4 * width) {
        long word = memory.get(Memory.LONG, start + (bit >>> 3)) >>> (bit & 7);
        values[i] = word & mask;
        values[i + 1] = word >>> width & mask;
        values[i + 2] = word >>> 2 * width & mask;
        values[i + 3] = word >>> 3 * width & mask;
      }
    } else if (width <= 28) {
      for (; i + 2 <= end; i += 2, bit += 2 * width) {
        long word = memory.get(Memory.LONG, start + (bit >>> 3)) >>> (bit & 7);
        values[i] = word & mask;
        values[i + 1] = word >>> width & mask;
      }
    }
    for (; i < end; i++, bit += width) {
      values[i] = memory.get(Memory.LONG, start + (bit >>> 3)) >>> (bit & 7) & mask;
    }
    in.position = start + ((n * width + 7) >>> 3);
  }
}
