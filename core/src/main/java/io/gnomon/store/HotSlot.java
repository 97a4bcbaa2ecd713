package io.gnomon.store;

import io.gnomon.model.Absent;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.MappedByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The newest rows of one table: a circle of whole scrapes in the mapped `hot` file, which is also
/// the log they are found in again after a crash. One thread writes, any number read.
///
/// ```
///   0  magic | crc, table, capacity, frame rows, rows          (and again at 192)
///  64  rows published so far: storing it is the commit
/// 128  rows sealed so far: they are in the ring
/// 256  rows: crc32c, low half of the row's number, time, double for each column
/// ```
final class HotSlot {
  static final int HEAD = 256;
  private static final long MAGIC = 0x31544f4847L; // GHOT1
  private static final int HEAD_BYTES = 32;
  private static final int HEAD_AGAIN = 192;
  private static final int PUBLISHED = 64;
  private static final int SEALED = 128;

  final long offset;
  final int table;
  final HotShape shape;
  private final MemorySegment memory;
  private final MappedByteBuffer bytes;
  private final CRC32C crc = new CRC32C();

  private HotSlot(MemorySegment memory, long offset, int table, HotShape shape) {
    this.memory = memory;
    this.offset = offset;
    this.table = table;
    this.shape = shape;
    this.bytes = (MappedByteBuffer) memory.asByteBuffer();
  }

  /// Makes an empty slot of a piece of the file.
  static HotSlot create(MemorySegment memory, long offset, int table, HotShape shape) {
    var slot = new HotSlot(memory, offset, table, shape);
    memory.asSlice(0, HEAD).fill((byte) 0);
    slot.eraseRowNumbers();
    slot.writeHead(HEAD_AGAIN);
    slot.writeHead(0);
    return slot;
  }

  /// Rows of an earlier owner must not look like ours.
  private void eraseRowNumbers() {
    for (long row = 0; row < shape.rows(); row++) {
      memory.set(Memory.INT, at(row) + 4, -1);
      memory.set(Memory.INT, at(row), 0);
    }
  }

  private void writeHead(long at) {
    memory.set(Memory.INT, at + 12, table);
    memory.set(Memory.INT, at + 16, shape.capacity());
    memory.set(Memory.INT, at + 20, shape.frameRows());
    memory.set(Memory.INT, at + 24, shape.rows());
    memory.set(Memory.INT, at + 8, headCrc(memory, at));
    Memory.release(memory, at, MAGIC);
  }

  private static int headCrc(MemorySegment memory, long at) {
    var crc = new CRC32C();
    crc.update(memory.asSlice(at + 12, HEAD_BYTES - 12).asByteBuffer());
    return (int) crc.getValue();
  }

  /// The shape of the slot that begins at that place, or null when none does.
  static @Nullable HotShape shapeAt(MemorySegment file, long at) {
    long head = soundHead(file, at);
    return head < 0
        ? null
        : new HotShape(
            file.get(Memory.INT, head + 16),
            file.get(Memory.INT, head + 20),
            file.get(Memory.INT, head + 24));
  }

  /// Where the slot's head stands, of its two copies; -1 without any.
  private static long soundHead(MemorySegment file, long at) {
    for (long head = at; head <= at + HEAD_AGAIN; head += HEAD_AGAIN) {
      if (file.get(Memory.LONG, head) == MAGIC
          && file.get(Memory.INT, head + 8) == headCrc(file, head)) {
        return head;
      }
    }
    return -1;
  }

  /// The slot that these bytes are.
  static HotSlot open(MemorySegment memory, long offset) {
    long head = soundHead(memory, 0);
    var shape = shapeAt(memory, 0);
    if (shape == null) {
      throw new IllegalArgumentException("no slot at " + offset);
    }
    return new HotSlot(memory, offset, memory.get(Memory.INT, head + 12), shape);
  }

  /// Takes away what makes it a slot.
  void erase() {
    Memory.release(memory, HEAD_AGAIN, 0);
    Memory.release(memory, 0, 0);
  }

  long published() {
    return Memory.acquire(memory, PUBLISHED);
  }

  long sealed() {
    return Memory.acquire(memory, SEALED);
  }

  void sealed(long rows) {
    Memory.release(memory, SEALED, rows);
  }

  /// Sets both counts, as recovery found them.
  void counts(long sealed, long published) {
    Memory.release(memory, SEALED, sealed);
    Memory.release(memory, PUBLISHED, published);
  }

  boolean isFull() {
    return published() - sealed() >= shape.rows();
  }

  /// Where the row lies. Give it to timeAt and valueAt: finding it costs more than reading there.
  long at(long row) {
    return HEAD + Math.floorMod(row, (long) shape.rows()) * shape.stride();
  }

  long time(long row) {
    return timeAt(at(row));
  }

  long timeAt(long at) {
    return memory.get(Memory.LONG, at + 8);
  }

  double valueAt(long at, int column) {
    return memory.get(Memory.DOUBLE, at + HotShape.ROW_HEAD + 8L * column);
  }

  /// Copies some columns of a row.
  void values(long row, int column, int count, double[] to, int at, int step) {
    long from = at(row) + HotShape.ROW_HEAD + 8L * column;
    for (int i = 0; i < count; i++) {
      to[at + i * step] = memory.get(Memory.DOUBLE, from + 8L * i);
    }
  }

  /// Writes the next row, of which `values` has the first columns, and makes it visible. Allocates
  /// nothing.
  void append(long time, double[] values, int columns, boolean force) {
    long row = published();
    write(row, time, values, columns);
    if (force) {
      bytes.force((int) at(row), (int) shape.stride());
    }
    Memory.release(memory, PUBLISHED, row + 1);
  }

  private void write(long row, long time, double[] values, int columns) {
    long at = at(row);
    VarHandle.storeStoreFence();
    memory.set(Memory.INT, at + 4, (int) row);
    memory.set(Memory.LONG, at + 8, time);
    long to = at + HotShape.ROW_HEAD;
    MemorySegment.copy(values, 0, memory, Memory.DOUBLE, to, columns);
    for (int i = columns; i < shape.capacity(); i++) {
      memory.set(Memory.LONG, to + 8L * i, Absent.STALE_BITS);
    }
    memory.set(Memory.INT, at, rowCrc(at));
  }

  private int rowCrc(long at) {
    crc.reset();
    bytes.limit((int) (at + shape.stride())).position((int) at + 4);
    crc.update(bytes);
    bytes.clear();
    return (int) crc.getValue();
  }

  /// True when the place of that row holds it, whole.
  boolean isIntact(long row) {
    long at = at(row);
    return memory.get(Memory.INT, at + 4) == (int) row && memory.get(Memory.INT, at) == rowCrc(at);
  }

  /// The largest number of an intact row, or -1: where the count of published rows can be had when
  /// its own word is damaged.
  long newestIntact(long atLeast) {
    long newest = -1;
    for (long place = 0; place < shape.rows(); place++) {
      int low = memory.get(Memory.INT, at(place) + 4);
      long row = atLeast + (low - (int) atLeast);
      if (row > newest && Math.floorMod(row, (long) shape.rows()) == place && isIntact(row)) {
        newest = row;
      }
    }
    return newest;
  }

  /// Puts gaps in the place of a damaged row.
  void blank(long row, long time) {
    var gaps = new double[shape.capacity()];
    Arrays.fill(gaps, Absent.GAP);
    write(row, time, gaps, gaps.length);
  }

  /// True when what was read of that row, and of the later ones, was not overwritten meanwhile: the
  /// writer takes the place of sealed rows only.
  boolean stillHas(long row) {
    VarHandle.acquireFence();
    return row >= sealed() || row > published() - shape.rows();
  }
}
