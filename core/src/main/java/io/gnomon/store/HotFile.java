package io.gnomon.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  private final ArrayList<HotSlot> slots = new ArrayList<>();
  private volatile long size;
  private long sizeFound;

  private HotFile(FileChannel file, Arena arena) {
    this.file = file;
    this.arena = arena;
  }

  /// Opens the file. One in which no slot can be found is set aside.
  static HotFile open(Path path, Arena arena, Problems problems) throws IOException {
    var hot = openAsIs(path, arena);
    if (hot.slots.isEmpty() && !hot.isBlank()) {
      var aside = path.resolveSibling("broken-" + path.getFileName());
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
      problems.add(path + " holds nothing that can be read: kept as " + aside.getFileName());
      hot.close();
      return openAsIs(path, arena);
    }
    if (hot.size > hot.sizeFound) {
      problems.add(path + " was cut to " + hot.sizeFound + " bytes: rows may be missing");
    }
    return hot;
  }

  private static HotFile openAsIs(Path path, Arena arena) throws IOException {
    var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var hot = new HotFile(channel, arena);
    hot.sizeFound = channel.size();
    if (channel.size() > 0) {
      hot.grow(0, Memory.pages(channel.size()));
      hot.findSlots();
    }
    return hot;
  }

  private boolean isBlank() {
    var extent = extents.firstEntry();
    return extent == null
        || extent.getValue().mismatch(arena.allocate(extent.getValue().byteSize())) < 0;
  }

  private void grow(long from, long to) throws IOException {
    Memory.extend(file, to);
    size = to;
    extents.put(from, Memory.map(file, from, to - from, arena));
  }

  long bytes() {
    return size;
  }

  /// The slots of an earlier run.
  List<HotSlot> slots() {
    return slots;
  }

  /// Finds the slots; what is between them is free. A slot whose end was cut off gets it again.
  private void findSlots() throws IOException {
    var memory = extents.firstEntry().getValue();
    for (long at = 0; at < memory.byteSize(); ) {
      var shape = HotSlot.shapeAt(memory, at);
      if (shape == null) {
        release(at, Memory.PAGE);
        at += Memory.PAGE;
        continue;
      }
      if (at + shape.bytes() > memory.byteSize()) {
        grow(0, at + shape.bytes());
        memory = extents.firstEntry().getValue();
      }
      slots.add(HotSlot.open(memory.asSlice(at, shape.bytes()), at));
      at += shape.bytes();
    }
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
