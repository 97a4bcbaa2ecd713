package io.gnomon.store;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// One mapped file of the ring: a head, then frames until one has the length 0. The head's epoch
/// says when the segment was begun, by counting; it is stored last, and taken away before the
/// segment is used again.
///
/// ```
///  0  magic      8  epoch << 32 | ~epoch; 0 when the segment holds nothing
/// 64  frames
/// ```
final class Segment {
  static final int HEAD = 64;
  private static final long MAGIC = 0x31474e495247L; // GRING1
  private static final int EPOCH = 8;

  final Path file;
  final MemorySegment memory;
  final long bytes;
  private final MappedByteBuffer view;
  private final CRC32C crc = new CRC32C();

  /// Where the next frame goes; the writer's.
  long end = HEAD;

  /// The times that the frames span.
  volatile long oldestTime = Long.MAX_VALUE;

  volatile long newestTime = Long.MIN_VALUE;

  Segment(Path file, MemorySegment memory) {
    this.file = file;
    this.memory = memory;
    this.bytes = memory.byteSize();
    this.view = (MappedByteBuffer) memory.asByteBuffer();
  }

  /// The same bytes for another thread to read: checksums need a cursor of their own.
  Segment twin() {
    return new Segment(file, memory);
  }

  /// The epoch; 0 when it holds nothing, -1 when the head is damaged.
  long epoch() {
    long word = Memory.acquire(memory, EPOCH);
    long epoch = word >>> 32;
    return word == 0 ? 0 : (~word & 0xffffffffL) == epoch ? epoch : -1;
  }

  boolean isBlank() {
    return memory.get(Memory.LONG, 0) == 0 && Memory.acquire(memory, EPOCH) == 0;
  }

  boolean isOurs() {
    return memory.get(Memory.LONG, 0) == MAGIC;
  }

  void begin(long epoch) {
    clear();
    memory.set(Memory.LONG, 0, MAGIC);
    endAt(HEAD);
    oldestTime = Long.MAX_VALUE;
    newestTime = Long.MIN_VALUE;
    Memory.release(memory, EPOCH, word(epoch));
  }

  /// Writes the head anew, before the frames that are there.
  void mend(long epoch) {
    memory.set(Memory.LONG, 0, MAGIC);
    Memory.release(memory, EPOCH, word(epoch));
  }

  private static long word(long epoch) {
    return epoch << 32 | (~epoch & 0xffffffffL);
  }

  void clear() {
    Memory.release(memory, EPOCH, 0);
    VarHandle.storeStoreFence();
  }

  void spans(long from, long to) {
    oldestTime = Math.min(oldestTime, from);
    newestTime = Math.max(newestTime, to);
  }

  /// Puts the mark of the end there.
  void endAt(long at) {
    end = at;
    if (at + 4 <= bytes) {
      memory.set(Memory.INT, at, 0);
    }
  }

  /// Completes and publishes the frame of that length that was written at the end, and gives its
  /// place.
  long publish(long length, boolean force) {
    long frame = end;
    memory.set(Memory.INT, frame + FrameFormat.EPOCH, (int) epoch());
    memory.set(Memory.INT, frame + FrameFormat.CRC, crc(frame, length));
    endAt(frame + length);
    if (force) {
      view.force((int) frame, (int) Math.min(length + 4, bytes - frame));
    }
    Memory.releaseInt(memory, frame, (int) length);
    if (force) {
      view.force((int) frame, 4);
    }
    return frame;
  }

  int crc(long frame, long length) {
    crc.reset();
    view.limit((int) (frame + length)).position((int) frame + FrameFormat.EPOCH);
    crc.update(view);
    view.clear();
    return (int) crc.getValue();
  }

  boolean isIntact(long frame, long length) {
    return memory.get(Memory.INT, frame + FrameFormat.CRC) == crc(frame, length);
  }
}
