package io.gnomon.store;

import java.lang.foreign.MemorySegment;

/// A cursor that writes. Whoever places it sees to it that there is room.
final class ByteOutput {
  MemorySegment memory = MemorySegment.NULL;
  long position;

  ByteOutput at(MemorySegment memory, long position) {
    this.memory = memory;
    this.position = position;
    return this;
  }

  void putByte(int value) {
    memory.set(Memory.BYTE, position++, (byte) value);
  }

  void putLong(long value) {
    memory.set(Memory.LONG, position, value);
    position += 8;
  }

  /// Seven bits a byte, least first; the high bit says that more follow.
  void putVarint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      putByte((int) rest | 0x80);
      rest >>>= 7;
    }
    putByte((int) rest);
  }

  void putZigzag(long value) {
    putVarint(Numbers.zigzag(value));
  }
}
