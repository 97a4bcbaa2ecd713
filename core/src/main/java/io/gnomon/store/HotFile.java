package io.gnomon.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The mapped file of the hot slots. It grows when a slot finds no place and never shrinks; the
/// place of a slot that is gone is used again.
final class HotFile implements AutoCloseable {
  private static final long GROWTH = 1 << 20;

  private final FileChannel file;
  private final Arena arena;
  private final TreeMap<Long, MemorySegment> extents = new TreeMap<>();
  private final TreeMap<Long, Long> free = new TreeMap<>();

  private volatile long size;

  private HotFile(FileChannel file, Arena arena) {
    this.file = file;
    this.arena = arena;
  }

  static HotFile open(Path path, Arena arena) throws IOException {
    var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var hot = new HotFile(channel, arena);
    if (channel.size() > 0) {
      hot.grow(0, Memory.pages(channel.size()));
    }
    return hot;
  }

  private void grow(long from, long to) throws IOException {
    Memory.extend(file, to);
    size = to;
    extents.put(from, Memory.map(file, from, to - from, arena));
  }

  long bytes() {
    return size;
  }

  /// Finds the slots of an earlier run; what is between them is free.
  List<HotSlot> slots() {
    var found = new ArrayList<HotSlot>();
    for (var extent : extents.entrySet()) {
      var memory = extent.getValue();
      for (long at = 0; at < memory.byteSize(); ) {
        var slot = HotSlot.find(memory, extent.getKey(), at);
        if (slot == null) {
          release(extent.getKey() + at, Memory.PAGE);
          at += Memory.PAGE;
        } else {
          found.add(slot);
          at += slot.shape.bytes();
        }
      }
    }
    return found;
  }

  synchronized HotSlot allocate(int table, HotShape shape) throws IOException {
    long bytes = shape.bytes();
    long at = place(bytes);
    if (at < 0) {
      long end = size;
      long growth = Math.max(GROWTH, bytes);
      grow(end, end + growth);
      release(end, growth);
      at = place(bytes);
    }
    var extent = extents.floorEntry(at);
    return HotSlot.create(extent.getValue().asSlice(at - extent.getKey(), bytes), at, table, shape);
  }

  /// The first free place of that size, taken; -1 when there is none.
  private long place(long bytes) {
    for (var region : free.entrySet()) {
      if (region.getValue() >= bytes) {
        long at = region.getKey();
        long rest = region.getValue() - bytes;
        free.remove(at);
        if (rest > 0) {
          free.put(at + bytes, rest);
        }
        return at;
      }
    }
    return -1;
  }

  synchronized void free(HotSlot slot) {
    slot.erase();
    release(slot.offset, slot.shape.bytes());
  }

  /// Adds a free place, joined to the free one before and after it in the same mapping.
  private void release(long at, long bytes) {
    long from = at;
    long to = at + bytes;
    var before = free.floorEntry(at);
    if (before != null && before.getKey() + before.getValue() == at && !extents.containsKey(at)) {
      from = before.getKey();
    }
    var after = free.remove(to);
    if (after != null && extents.containsKey(to)) {
      free.put(to, after);
    } else if (after != null) {
      to += after;
    }
    free.put(from, to - from);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
