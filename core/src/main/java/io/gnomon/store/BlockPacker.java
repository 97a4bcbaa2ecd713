package io.gnomon.store;

import java.util.Arrays;

/// Packs residuals in blocks of 128, each with the width that costs least.
///
/// ```
/// byte   width (0 to 56, 63 means 64) | 0x40 sparse | 0x80 some are wider
/// [byte  how many are wider]
/// [bitmap of those not 0, when sparse: only they follow]
/// bits   each value's lowest bits, least first
/// [byte place, varint the bits above, for each that is wider]
/// ```
final class BlockPacker {
  private static final int WIDEST_PACKED = 56;

  private final int[] histogram = new int[65];
  private final long[] kept = new long[ColumnFormat.BLOCK];
  private int width;
  private int count;

  void pack(long[] values, int n, ByteOutput out) {
    for (int from = 0; from < n; from += ColumnFormat.BLOCK) {
      packBlock(values, from, Math.min(ColumnFormat.BLOCK, n - from), out);
    }
  }

  private void packBlock(long[] values, int from, int n, ByteOutput out) {
    boolean sparse = choose(values, from, n);
    keep(values, from, n, sparse);
    long mask = width == 64 ? -1L : (1L << width) - 1;
    int wide = countWide(mask);
    out.putByte(
        Math.min(width, ColumnFormat.WIDTH)
            | (sparse ? ColumnFormat.SPARSE : 0)
            | (wide > 0 ? ColumnFormat.WIDE_ONES : 0));
    if (wide > 0) {
      out.putByte(wide);
    }
    if (sparse) {
      putBitmap(values, from, n, out);
    }
    putBits(mask, out);
    if (wide > 0) {
      putWide(mask, out);
    }
  }

  /// Settles the width, and whether zeros are better left out.
  private boolean choose(long[] values, int from, int n) {
    Arrays.fill(histogram, 0);
    int widest = 0;
    for (int i = from; i < from + n; i++) {
      int w = Numbers.width(values[i]);
      histogram[w]++;
      widest = Math.max(widest, w);
    }
    long dense = leastBits(n, widest);
    int denseWidth = width;
    int zeros = histogram[0];
    if (widest > 0 && zeros > n >> 2) {
      histogram[0] = 0;
      if (leastBits(n - zeros, widest) + n + 7 < dense) {
        return true;
      }
    }
    width = denseWidth;
    return false;
  }

  /// The cheapest width for n values, in bits: fewer bits a value against more that are wider. At
  /// the least 16 bits are paid for each wider one, which ends the search early.
  private long leastBits(int n, int widest) {
    width = widest > WIDEST_PACKED ? 64 : widest;
    long best = (long) n * width;
    int wide = 0;
    for (int w = widest - 1; w >= 0 && 16L * wide <= best; w--) {
      wide += histogram[w + 1];
      if (w <= WIDEST_PACKED && (long) n * w + 8 + 16L * wide < best) {
        long bits = (long) n * w + 8 + wideBits(w, widest);
        if (bits < best) {
          best = bits;
          width = w;
        }
      }
    }
    return best;
  }

  private long wideBits(int w, int widest) {
    long bits = 0;
    for (int x = w + 1; x <= widest; x++) {
      bits += histogram[x] * (8L + 8 * ((x - w + 6) / 7));
    }
    return bits;
  }

  private void keep(long[] values, int from, int n, boolean sparse) {
    if (!sparse) {
      System.arraycopy(values, from, kept, 0, n);
      count = n;
      return;
    }
    count = 0;
    for (int i = from; i < from + n; i++) {
      if (values[i] != 0) {
        kept[count++] = values[i];
      }
    }
  }

  private int countWide(long mask) {
    int wide = 0;
    for (int i = 0; i < count; i++) {
      if ((kept[i] & ~mask) != 0) {
        wide++;
      }
    }
    return wide;
  }

  private static void putBitmap(long[] values, int from, int n, ByteOutput out) {
    for (int i = 0; i < n; i += 8) {
      int bits = 0;
      for (int j = 0; j < 8 && i + j < n; j++) {
        bits |= (values[from + i + j] != 0 ? 1 : 0) << j;
      }
      out.putByte(bits);
    }
  }

  private void putBits(long mask, ByteOutput out) {
    if (width == 0) {
      return;
    }
    long word = 0;
    int filled = 0;
    for (int i = 0; i < count; i++) {
      long x = kept[i] & mask;
      word |= x << filled;
      filled += width;
      if (filled >= 64) {
        out.putLong(word);
        filled -= 64;
        word = filled == 0 ? 0 : x >>> (width - filled);
      }
    }
    if (filled > 0) {
      out.memory.set(Memory.LONG, out.position, word);
      out.position += (filled + 7) >> 3;
    }
  }

  private void putWide(long mask, ByteOutput out) {
    for (int i = 0; i < count; i++) {
      if ((kept[i] & ~mask) != 0) {
        out.putByte(i);
        out.putVarint(kept[i] >>> width);
      }
    }
  }
}
