package io.gnomon.store;

/// How one column of a frame is written: n doubles of one series, bit for bit.
///
/// ```
/// byte    kind (3 bits) | 8 patches | decimal exponent << 4
/// CONSTANT_INTEGER  zigzag varint
/// CONSTANT_BITS     8 bytes
/// INTEGERS, BITS    integers
/// DISTANCES         integers, then the distance of each value from its decimal in units in the last
///                   place, packed
/// patches           varint runs, then for each: varint values skipped since the last run,
///                   varint length << 2 | STALE, GAP or OTHER (8 bytes follow)
///
/// integers: byte order (2 bits) | 4 divisor | 8 shared, then varints: first or least value,
///           [divisor], [least delta], [distance back to the column with the same payload],
///           then the payload unless it is shared: residuals, packed
/// ```
///
/// Packed residuals come in blocks of 128, each dense or sparse with its own width; see
/// `BlockPacker`. What is absent takes the value before it, so that holes cost only their patch.
final class ColumnFormat {
  /// Most rows of a frame.
  static final int MAX_ROWS = 1024;

  /// Room the decoder may touch behind a column: it reads eight bytes at a time.
  static final int SLACK = 16;

  static final int CONSTANT_INTEGER = 0;
  static final int CONSTANT_BITS = 1;
  static final int INTEGERS = 2;
  static final int DISTANCES = 3;
  static final int BITS = 4;
  static final int KIND = 7;
  static final int PATCHED = 8;

  static final int DELTAS = 0;
  static final int DELTAS_OVER_LEAST = 1;
  static final int VALUES_OVER_LEAST = 3;
  static final int ORDER = 3;
  static final int DIVIDED = 4;
  static final int SHARED = 8;

  static final int PATCH_STALE = 0;
  static final int PATCH_GAP = 1;
  static final int PATCH_OTHER = 2;

  static final int BLOCK = 128;
  static final int WIDTH = 0x3f;
  static final int SPARSE = 0x40;
  static final int WIDE_ONES = 0x80;

  private ColumnFormat() {}

  /// The most bytes that n values can take.
  static long mostBytes(int values) {
    return 22L * values + 64;
  }
}
