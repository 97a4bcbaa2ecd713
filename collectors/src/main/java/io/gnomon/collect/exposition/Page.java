package io.gnomon.collect.exposition;

import java.util.Arrays;

/// One page of an exposition and what its lines were found to be. The next page of the same target
/// is read beside it: lines that are the same, byte for byte, need no second look.
final class Page {
  static final int NO_SERIES = -1;
  static final long NO_TIME = Long.MIN_VALUE;

  private final Bytes text = new Bytes();
  private int lines;
  private int[] start = new int[64];
  private int[] prefix = new int[64]; // bytes before the number
  private int[] series = new int[64];
  private double[] value = new double[64];
  private long[] time = new long[64];

  Bytes text() {
    return text;
  }

  int lines() {
    return lines;
  }

  int start(int line) {
    return start[line];
  }

  /// The bytes of a line, its end among them.
  int length(int line) {
    return (line + 1 == lines ? text.length() : start[line + 1]) - start[line];
  }

  int prefix(int line) {
    return prefix[line];
  }

  /// The series of a line, or `NO_SERIES` for a comment or an empty line.
  int series(int line) {
    return series[line];
  }

  double value(int line) {
    return value[line];
  }

  long time(int line) {
    return time[line];
  }

  /// Forgets the lines and sees to it that the text ends with a line's end.
  void begin() {
    lines = 0;
    text.reserve(1);
    if (text.length() > 0 && text.array()[text.length() - 1] != '\n') {
      text.add((byte) '\n');
    }
  }

  void forget() {
    lines = 0;
  }

  void addComment(int at) {
    add(at, 0, NO_SERIES, 0, NO_TIME);
  }

  void add(int at, int prefixLength, int seriesNumber, double number, long timestamp) {
    if (lines == start.length) {
      grow();
    }
    start[lines] = at;
    prefix[lines] = prefixLength;
    series[lines] = seriesNumber;
    value[lines] = number;
    time[lines++] = timestamp;
  }

  private void grow() {
    int room = 2 * lines;
    start = Arrays.copyOf(start, room);
    prefix = Arrays.copyOf(prefix, room);
    series = Arrays.copyOf(series, room);
    value = Arrays.copyOf(value, room);
    time = Arrays.copyOf(time, room);
  }
}
