package io.gnomon.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.zip.ZipException;

/// How a schema lies in a frame.
final class SchemaFrame {
  private SchemaFrame() {}

  /// Writes it at the end of the segment; publishing is the caller's.
  static void write(Segment segment, Table table, int firstColumn, byte[] deflated) {
    var memory = segment.memory;
    long frame = segment.end;
    memory.set(Memory.INT, frame + FrameFormat.TABLE, table.number);
    memory.set(Memory.INT, frame + FrameFormat.COLUMNS, table.width() - firstColumn);
    memory.set(Memory.INT, frame + FrameFormat.ROWS, 0);
    memory.set(Memory.LONG, frame + FrameFormat.FIRST_ROW, firstColumn);
    memory.set(Memory.INT, frame + FrameFormat.DIRECTORY, deflated.length);
    MemorySegment.copy(deflated, 0, memory, Memory.BYTE, frame + FrameFormat.BODY, deflated.length);
  }

  static Schema read(MemorySegment memory, long frame) throws IOException {
    int length = memory.get(Memory.INT, frame + FrameFormat.DIRECTORY);
    if (length < 0 || length > memory.byteSize() - frame - FrameFormat.BODY) {
      throw new ZipException("a schema of " + length + " bytes");
    }
    byte[] deflated = new byte[length];
    MemorySegment.copy(memory, Memory.BYTE, frame + FrameFormat.BODY, deflated, 0, length);
    return Schema.inflate(
        deflated,
        (int) memory.get(Memory.LONG, frame + FrameFormat.FIRST_ROW),
        memory.get(Memory.INT, frame + FrameFormat.COLUMNS));
  }
}
