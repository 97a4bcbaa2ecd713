package io.gnomon.store;

import java.lang.foreign.MemorySegment;

/// Reads one column of a frame. Each reader of samples has its own; nothing is allocated.
final class FrameReader {
  private final ColumnDecoder decoder = new ColumnDecoder();
  private final double[] distances = new double[ColumnFormat.MAX_ROWS];
  private MemorySegment memory = MemorySegment.NULL;
  private long frame;
  private int rows;
  private int columns;
  private long firstTime;
  private long step;
  private boolean regular;

  /// Turns to a frame and gives the number of its rows.
  int open(MemorySegment memory, long frame) {
    this.memory = memory;
    this.frame = frame;
    rows = Math.clamp(memory.get(Memory.INT, frame + FrameFormat.ROWS), 0, ColumnFormat.MAX_ROWS);
    columns = memory.get(Memory.INT, frame + FrameFormat.COLUMNS);
    firstTime = memory.get(Memory.LONG, frame + FrameFormat.FIRST_TIME);
    step = memory.get(Memory.INT, frame + FrameFormat.STEP);
    regular = directory() == FrameFormat.BODY;
    if (!regular) {
      decoder.decode(memory, frame + FrameFormat.BODY, distances, 0, rows);
    }
    return rows;
  }

  private int directory() {
    return memory.get(Memory.INT, frame + FrameFormat.DIRECTORY);
  }

  long time(int row) {
    long onGrid = firstTime + row * step;
    return regular ? onGrid : onGrid + (long) distances[row];
  }

  /// The times of the rows `[from, to)`.
  void times(int from, int to, long[] into, int at) {
    long time = firstTime + from * step;
    int count = to - from;
    for (int i = 0; i < count; i++) {
      into[at + i] = time + i * step;
    }
    if (!regular) {
      for (int i = 0; i < count; i++) {
        into[at + i] += (long) distances[from + i];
      }
    }
  }

  /// The number of rows up to that time.
  int rowsUpTo(long time) {
    int low = 0;
    int high = rows;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Decodes a column into the array; false when it is absent in all rows.
  boolean column(int column, double[] values, int at) {
    if (column >= columns) {
      return false;
    }
    long lengths = frame + directory();
    int length = memory.get(Memory.BYTE, lengths + column) & 0xff;
    if (length == 0) {
      return false;
    }
    long position = position(lengths, column);
    decoder.decode(
        memory, length == FrameFormat.LONGER ? position + 4 : position, values, at, rows);
    return true;
  }

  private long position(long lengths, int column) {
    int first = column & -FrameFormat.GROUP;
    long group = lengths + columns + 4L * (column / FrameFormat.GROUP);
    long position = frame + memory.get(Memory.INT, group);
    for (int i = first; i < column; i++) {
      int length = memory.get(Memory.BYTE, lengths + i) & 0xff;
      position += length == FrameFormat.LONGER ? 4 + memory.get(Memory.INT, position) : length;
    }
    return position;
  }
}
