package io.gnomon.store;

import java.lang.foreign.MemorySegment;

/// A cursor that reads what `ByteOutput` wrote.
final class ByteInput {
  MemorySegment memory = MemorySegment.NULL;
  long position;

  ByteInput at(MemorySegment memory, long position) {
    this.memory = memory;
    this.position = position;
    return this;
  }

  int takeByte() {
    return memory.get(Memory.BYTE, position++) & 0xff;
  }

  long takeLong() {
    long value = memory.get(Memory.LONG, position);
    position += 8;
    return value;
  }

  long takeVarint() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = memory.get(Memory.BYTE, position++);
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  long takeZigzag() {
    return Numbers.unzigzag(takeVarint());
  }
}
