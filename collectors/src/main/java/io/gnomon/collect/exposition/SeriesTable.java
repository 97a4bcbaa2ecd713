package io.gnomon.collect.exposition;

import java.util.Arrays;

/// The series a target has shown, by the bytes they are written in: an open addressing table that
/// allocates only when it grows. Each has its column in the store and its line in the page before.
final class SeriesTable {
  static final int NONE = -1;
  static final int NO_COLUMN = -1;

  private final Bytes texts = new Bytes();
  private int size;
  private int[] slots = new int[256]; // number of the series plus 1
  private int[] hash = new int[64];
  private int[] start = new int[65];
  private int[] column = new int[64];
  private int[] line = new int[64];

  int size() {
    return size;
  }

  int column(int series) {
    return column[series];
  }

  void setColumn(int series, int to) {
    column[series] = to;
  }

  /// After this every series is asked for its column anew.
  void forgetColumns() {
    Arrays.fill(column, 0, size, NO_COLUMN);
  }

  int line(int series) {
    return line[series];
  }

  void setLine(int series, int to) {
    line[series] = to;
  }

  byte[] text() {
    return texts.array();
  }

  int start(int series) {
    return start[series];
  }

  int end(int series) {
    return start[series + 1];
  }

  /// The series written so, or `NONE`.
  int find(byte[] text, int from, int to) {
    int code = hash(text, from, to);
    int mask = slots.length - 1;
    for (int slot = code & mask; slots[slot] != 0; slot = slot + 1 & mask) {
      int series = slots[slot] - 1;
      if (hash[series] == code && isWritten(series, text, from, to)) {
        return series;
      }
    }
    return NONE;
  }

  private boolean isWritten(int series, byte[] text, int from, int to) {
    return Arrays.equals(texts.array(), start[series], start[series + 1], text, from, to);
  }

  int add(byte[] text, int from, int to, int toColumn) {
    if (size == hash.length) {
      grow();
    }
    texts.add(text, from, to - from);
    start[size + 1] = texts.length();
    hash[size] = hash(text, from, to);
    column[size] = toColumn;
    place(size);
    return size++;
  }

  private void grow() {
    int room = 2 * size;
    hash = Arrays.copyOf(hash, room);
    start = Arrays.copyOf(start, room + 1);
    column = Arrays.copyOf(column, room);
    line = Arrays.copyOf(line, room);
    slots = new int[4 * room];
    for (int i = 0; i < size; i++) {
      place(i);
    }
  }

  private void place(int series) {
    int mask = slots.length - 1;
    int slot = hash[series] & mask;
    while (slots[slot] != 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = series + 1;
  }

  private static int hash(byte[] text, int from, int to) {
    int code = 0;
    for (int i = from; i < to; i++) {
      code = 31 * code + text[i];
    }
    return code ^ code >>> 15;
  }
}
