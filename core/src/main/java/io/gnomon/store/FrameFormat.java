package io.gnomon.store;

/// A frame of the ring: some rows of a table column by column, or the names of its columns.
///
/// ```
///  0  length of the frame, stored last: 0 is the end of the segment
///  4  crc32c of all that follows
///  8  epoch of the segment
/// 12  table
/// 16  columns
/// 20  rows; 0 in a schema
/// 24  number of the first row; of the first column in a schema
/// 32  time of the first row           40  time of the last row
/// 48  step of the times; bytes of the schema before deflation
/// 52  where the directory begins; bytes of the deflated schema
/// 56  [distances of the times from the grid of steps, a column]
///     directory: a byte for the length of each column (0 absent throughout, 255 longer),
///     then an int for each 32 columns: where the first of them begins
///     columns, each longer one after an int with its length
/// ```
final class FrameFormat {
  static final int LENGTH = 0;
  static final int CRC = 4;
  static final int EPOCH = 8;
  static final int TABLE = 12;
  static final int COLUMNS = 16;
  static final int ROWS = 20;
  static final int FIRST_ROW = 24;
  static final int FIRST_TIME = 32;
  static final int LAST_TIME = 40;
  static final int STEP = 48;
  static final int DIRECTORY = 52;
  static final int BODY = 56;

  static final int LONGER = 255;
  static final int GROUP = 32;

  private FrameFormat() {}

  static long align(long length) {
    return (length + 7) & -8;
  }

  static int groups(int columns) {
    return (columns + GROUP - 1) / GROUP;
  }
}
