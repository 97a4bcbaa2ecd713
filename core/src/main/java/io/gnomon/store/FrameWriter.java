package io.gnomon.store;

import io.gnomon.model.Absent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Turns rows of a hot slot into a frame, in place at the end of a segment. Allocates nothing, but
/// for tables wider than any before.
final class FrameWriter {
  private static final int TILE = 8;

  private final ColumnEncoder encoder;
  private final PayloadShare share = new PayloadShare();
  private final ByteOutput out = new ByteOutput();
  private final double[] tile = new double[TILE * ColumnFormat.MAX_ROWS];
  private final double[] distances = new double[ColumnFormat.MAX_ROWS];
  private long frame;
  private long place;
  private long limit;
  private long directory;
  private int rows;
  private int columns;

  FrameWriter(Arena arena) {
    this.encoder = new ColumnEncoder(arena);
  }

  /// Writes the frame of those rows and gives its length, or -1 when the segment has not enough
  /// room left. Notes in the table which columns it holds.
  long write(Table table, HotSlot slot, long from, int rows, Segment segment) {
    this.rows = rows;
    frame = segment.end;
    place = Place.of(segment.epoch(), frame);
    limit = segment.bytes - ColumnFormat.SLACK;
    columns = Math.min(table.width(), slot.shape.capacity());
    if (frame + FrameFormat.BODY + ColumnFormat.mostBytes(rows) > limit) {
      return -1;
    }
    out.at(segment.memory, frame + FrameFormat.BODY);
    writeHead(table, slot, from);
    writeTimes(slot, from);
    startDirectory();
    table.idle = 0;
    for (int column = 0; column < columns; column += TILE) {
      if (!writeTile(table, slot, from, column)) {
        return -1;
      }
    }
    return FrameFormat.align(out.position - frame);
  }

  private void startDirectory() {
    directory = out.position;
    out.memory.set(Memory.INT, frame + FrameFormat.DIRECTORY, (int) (directory - frame));
    out.position += columns + 4L * FrameFormat.groups(columns);
    share.clear(columns);
  }

  private void writeHead(Table table, HotSlot slot, long from) {
    MemorySegment memory = out.memory;
    memory.set(Memory.INT, frame + FrameFormat.TABLE, table.number);
    memory.set(Memory.INT, frame + FrameFormat.COLUMNS, columns);
    memory.set(Memory.INT, frame + FrameFormat.ROWS, rows);
    memory.set(Memory.LONG, frame + FrameFormat.FIRST_ROW, from);
    memory.set(Memory.LONG, frame + FrameFormat.FIRST_TIME, slot.time(from));
    memory.set(Memory.LONG, frame + FrameFormat.LAST_TIME, slot.time(from + rows - 1));
  }

  /// Times that keep step need no more than the step; else the distances from the grid follow.
  private void writeTimes(HotSlot slot, long from) {
    long step = commonStep(slot, from);
    long first = slot.time(from);
    boolean regular = true;
    for (int i = 0; i < rows; i++) {
      long distance = slot.time(from + i) - first - i * step;
      distances[i] = distance;
      regular &= distance == 0;
    }
    int stored = (int) step;
    out.memory.set(Memory.INT, frame + FrameFormat.STEP, stored);
    if (!regular) {
      encoder.encode(distances, 0, rows, out);
    }
  }

  /// The step that most rows take, if most do (by majority vote). One too large for an int counts
  /// as none.
  private long commonStep(HotSlot slot, long from) {
    long candidate = 0;
    int votes = 0;
    for (int i = 1; i < rows; i++) {
      long step = slot.time(from + i) - slot.time(from + i - 1);
      if (votes == 0) {
        candidate = step;
      }
      votes += step == candidate ? 1 : -1;
    }
    return candidate == (int) candidate ? candidate : 0;
  }

  private boolean writeTile(Table table, HotSlot slot, long from, int column) {
    int width = Math.min(TILE, columns - column);
    for (int row = 0; row < rows; row++) {
      slot.values(from + row, column, width, tile, row, rows);
    }
    for (int i = 0; i < width; i++) {
      if (out.position + ColumnFormat.mostBytes(rows) > limit) {
        return false;
      }
      writeColumn(table, column + i, i * rows);
    }
    return true;
  }

  /// Writes the column that stands in the tile from there on; nothing when it is absent throughout.
  private void writeColumn(Table table, int column, int tileFrom) {
    if (column % FrameFormat.GROUP == 0) {
      long group = directory + columns + 4L * (column / FrameFormat.GROUP);
      out.memory.set(Memory.INT, group, (int) (out.position - frame));
    }
    int length = 0;
    if (isAbsent(tileFrom)) {
      table.idle++;
    } else {
      length = encode(tileFrom);
      table.seen(column, place);
    }
    out.memory.set(Memory.BYTE, directory + column, (byte) length);
  }

  /// Encodes a column and gives the length that stands in the directory.
  private int encode(int tileFrom) {
    long start = out.position;
    encoder.encode(tile, tileFrom, rows, out);
    if (encoder.shareable()) {
      share.shareOrRemember(encoder, start, out);
    }
    long length = out.position - start;
    if (length < FrameFormat.LONGER) {
      return (int) length;
    }
    makeLonger(start, (int) length);
    return FrameFormat.LONGER;
  }

  private boolean isAbsent(int tileFrom) {
    for (int i = tileFrom; i < tileFrom + rows; i++) {
      if (!Absent.is(tile[i])) {
        return false;
      }
    }
    return true;
  }

  private void makeLonger(long start, int length) {
    MemorySegment.copy(out.memory, start, out.memory, start + 4, length);
    out.memory.set(Memory.INT, start, length);
    out.position += 4;
    share.moveLast(4);
  }
}
