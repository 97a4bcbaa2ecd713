package io.gnomon.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/// Writes the ring: frames of rows, the schemas that belong to them, and one segment after another;
/// lets go of what is older than the budget. Guarded by its owner.
final class RingWriter {
  private final Ring ring;
  private final Catalogue catalogue;
  private final Tables tables;
  private final StoreOptions options;
  private final StoreCounters counters;
  private final FrameWriter writer;
  private volatile long newestTime = Table.NEVER;

  /// Schemas that are written again may fill a segment: what is over is then let go of by the call
  /// that is at it already.
  private boolean retiring;

  RingWriter(
      Ring ring,
      Catalogue catalogue,
      Tables tables,
      StoreOptions options,
      StoreCounters counters,
      Arena arena) {
    this.ring = ring;
    this.catalogue = catalogue;
    this.tables = tables;
    this.options = options;
    this.counters = counters;
    this.writer = new FrameWriter(arena);
  }

  Ring ring() {
    return ring;
  }

  long newestTime() {
    return newestTime == Table.NEVER ? 0 : newestTime;
  }

  /// The time up to which samples are too old to be read.
  long horizon() {
    long newest = newestTime;
    return newest == Table.NEVER ? newest : newest - options.retentionMillis();
  }

  /// Samples with times of their own do not move the clock: one from the far future would end all
  /// others.
  void noteTime(Table table, long time) {
    if (!SideTables.isSide(table.target)) {
      newestTime = Math.max(newestTime, time);
    }
  }

  /// Seals as many rows as make a frame; false when the disk is full.
  boolean seal(Table table) {
    var slot = table.slot();
    return slot == null || sealRows(table, slot, slot.shape.frameRows());
  }

  /// Seals all rows; false when the disk is full.
  boolean sealAll(Table table) {
    var slot = table.slot();
    while (slot != null && slot.published() > slot.sealed()) {
      int rows = (int) (slot.published() - slot.sealed());
      if (!sealRows(table, slot, Math.min(rows, slot.shape.frameRows()))) {
        return false;
      }
    }
    return true;
  }

  private boolean sealRows(Table table, HotSlot slot, int rows) {
    for (int part = rows; part > 0; part /= 2) {
      for (int attempt = 0; attempt < 2; attempt++) {
        var segment = segmentWithSchema(table);
        if (segment == null) {
          return false;
        }
        long from = slot.sealed();
        long length = writer.write(table, slot, from, part, segment);
        if (length > 0) {
          publish(table, slot, from, part, segment, length);
          return true;
        }
        if (attempt == 0 && !advance()) {
          return false;
        }
      }
    }
    return false;
  }

  private void publish(
      Table table, HotSlot slot, long from, int rows, Segment segment, long length) {
    long first = slot.time(from);
    long last = slot.time(from + rows - 1);
    long frame = segment.publish(length, options.forceEveryCommit());
    segment.spans(first, last);
    noteTime(table, last);
    table.frames.add(Place.of(segment.epoch(), frame), from, first, last);
    counters.sealed((long) rows * table.width(), length);
    slot.sealed(from + rows);
  }

  /// The newest segment, after the schema of the table.
  private @Nullable Segment segmentWithSchema(Table table) {
    boolean has = table.schemaEpoch == ring.newest() || writeSchema(table, 0);
    return has ? ring.current() : null;
  }

  /// Writes the schema of the columns that no schema in the ring names yet; twice, because all
  /// their rows hang on it until the next segment repeats it.
  boolean describe(Table table) {
    if (table.schemaWidth == table.width()) {
      return true;
    }
    if (table.schemaBytes > ring.segmentBytes() / 2) {
      throw new IllegalStateException(
          "the labels of %,d series do not fit into a segment of the ring: raise retention_size"
              .formatted(table.width()));
    }
    int from = table.schemaEpoch == 0 ? 0 : table.schemaWidth;
    for (int copy = 0; copy < 2; copy++) {
      if (!writeSchema(table, from)) {
        return false;
      }
    }
    return true;
  }

  private boolean writeSchema(Table table, int firstColumn) {
    byte[] deflated =
        firstColumn == 0 ? table.deflatedSchema() : Schema.of(table, firstColumn).deflated();
    long length = FrameFormat.align(FrameFormat.BODY + deflated.length);
    var segment = room(length);
    if (segment == null) {
      return false;
    }
    SchemaFrame.write(segment, table, firstColumn, deflated);
    segment.publish(length, options.forceEveryCommit());
    table.schemaWidth = table.width();
    table.schemaBytes = firstColumn == 0 ? length : table.schemaBytes + length;
    if (firstColumn == 0) {
      table.schemaEpoch = segment.epoch();
    }
    return true;
  }

  /// The newest segment once it has so much room; null when the disk is full.
  private @Nullable Segment room(long bytes) {
    var segment = ring.current();
    if (segment != null && segment.end + bytes + FrameFormat.BODY <= segment.bytes) {
      return segment;
    }
    if (bytes > ring.segmentBytes() / 2) {
      throw new IllegalStateException(
          "labels of %,d bytes do not fit into a segment of the ring: raise retention_size"
              .formatted(bytes));
    }
    return advance() ? ring.current() : null;
  }

  private boolean advance() {
    try {
      if (!ring.advance()) {
        return counters.diskFull();
      }
    } catch (IOException e) {
      return counters.diskFull();
    }
    counters.diskHasRoom();
    if (!retiring) {
      retiring = true;
      try {
        retireWhatIsOver();
      } finally {
        retiring = false;
      }
    }
    return true;
  }

  private void retireWhatIsOver() {
    long over = horizon();
    for (int i = 0; i < ring.length() && (ring.isFull() || ring.isOldestBefore(over)); i++) {
      retireOldest();
    }
  }

  /// Lets go of the oldest segment, after its last schemas were written again.
  private void retireOldest() {
    long epoch = ring.oldest();
    for (int i = 0; i < tables.count(); i++) {
      var table = tables.at(i);
      if (table.slot() != null && table.schemaEpoch <= epoch) {
        writeSchema(table, 0);
      }
    }
    var segment = ring.at(epoch);
    // backwards, since a table with nothing left goes
    for (int i = tables.count() - 1; i >= 0; i--) {
      letGo(tables.at(i), epoch, segment == null ? Table.NEVER : segment.newestTime);
    }
    if (ring.oldest() == epoch) {
      ring.retire();
    }
  }

  /// Drops what had its last samples in segments up to that epoch, or before that time in a hot
  /// slot: columns that nobody writes any more, and a table that has nothing left.
  private void letGo(Table table, long epoch, long time) {
    table.frames.dropThrough(epoch);
    if (table.attached) {
      leaveBehind(table, epoch);
    } else if (table.slot() != null) {
      if (table.newestTime < time) {
        tables.release(table);
      }
    } else if (table.frames.isEmpty()) {
      tables.drop(table);
    } else {
      forgetIdle(table, epoch);
    }
  }

  /// Has the appender number its columns anew when one of them has no samples any more.
  private static void leaveBehind(Table table, long epoch) {
    for (int i = 0; i < table.width(); i++) {
      long last = table.lastPlace(i);
      if (last != 0 && Place.epoch(last) <= epoch) {
        table.outlived = true;
      }
    }
  }

  private void forgetIdle(Table table, long epoch) {
    for (int i = 0; i < table.width(); i++) {
      if (Place.epoch(table.lastPlace(i)) <= epoch) {
        catalogue.moveOut(table.column(i), table);
        table.forget(i);
      }
    }
  }
}
