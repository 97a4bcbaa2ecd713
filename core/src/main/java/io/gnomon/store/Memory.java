package io.gnomon.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/// How numbers lie in the store's files (little-endian), and how files become memory.
final class Memory {
  static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final int PAGE = 4096;

  private static final VarHandle LONG_WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
  private static final VarHandle INT_WORD =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

  private Memory() {}

  static long acquire(MemorySegment memory, long at) {
    return (long) LONG_WORD.getAcquire(memory, at);
  }

  static void release(MemorySegment memory, long at, long value) {
    LONG_WORD.setRelease(memory, at, value);
  }

  static void releaseInt(MemorySegment memory, long at, int value) {
    INT_WORD.setRelease(memory, at, value);
  }

  static long pages(long bytes) {
    return (bytes + PAGE - 1) & -PAGE;
  }

  /// Makes a file larger by writing zeros, so that its blocks exist before it is mapped: storing
  /// into a mapped hole on a full disk would kill the program.
  static void extend(FileChannel file, long size) throws IOException {
    long was = file.size();
    if (was >= size) {
      return;
    }
    var zeros = ByteBuffer.allocateDirect(1 << 18);
    try {
      for (long at = was; at < size; ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
        at += file.write(zeros, at);
      }
    } catch (IOException noRoom) {
      file.truncate(was);
      throw noRoom;
    }
  }

  static MemorySegment map(FileChannel file, long from, long size, Arena arena) throws IOException {
    return file.map(MapMode.READ_WRITE, from, size, arena);
  }
}
