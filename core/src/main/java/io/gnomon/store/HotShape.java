package io.gnomon.store;

/// How large a hot slot is: its columns, its rows, and how many unsealed rows make a frame. A fifth
/// of the rows is slack that keeps them alive while they are being sealed.
///
/// Frames of 256 rows cost hardly more than longer ones. Wide targets get fewer, so that a slot
/// stays near 5 MB; narrow ones too, so that a target of one to four columns takes 8 KB: five
/// thousand of them are 40 MB.
record HotShape(int capacity, int frameRows, int rows) {
  static final int ROW_HEAD = 16;
  static final int MOST_COLUMNS = 1 << 22;

  static HotShape forColumns(int columns) {
    int capacity = columns <= 4 ? 4 : (columns + columns / 8 + 8) & -8;
    int wanted = capacity <= 8 ? 128 : Math.clamp(4_000_000L / (8L * capacity), 128, 256);
    long bytes = Memory.pages(HotSlot.HEAD + (wanted + wanted / 4) * stride(capacity));
    return new HotShape(capacity, wanted, (int) ((bytes - HotSlot.HEAD) / stride(capacity)));
  }

  private static long stride(int capacity) {
    return ROW_HEAD + 8L * capacity;
  }

  long stride() {
    return stride(capacity);
  }

  long bytes() {
    return Memory.pages(HotSlot.HEAD + rows * stride());
  }
}
