package io.gnomon.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A table and the row that is being filled for it. One thread at a time.
final class TableWriter {
  private final Archive archive;
  private final StoreCounters counters;
  private final boolean force;

  /// What stands where no value is put.
  private final double filler;

  private Table table;
  private double[] row = new double[8];

  TableWriter(Table table, double filler, Archive archive, StoreCounters counters, boolean force) {
    this.table = table;
    this.filler = filler;
    this.archive = archive;
    this.counters = counters;
    this.force = force;
    clear();
  }

  Table table() {
    return table;
  }

  double get(int column) {
    return row[column];
  }

  void set(int column, double value) {
    row[column] = value;
  }

  /// Empties the row.
  void clear() {
    reserve(table.width());
    Arrays.fill(row, filler);
  }

  void reserve(int columns) {
    int length = row.length;
    if (columns > length) {
      row = Arrays.copyOf(row, Math.max(columns, length + length / 2));
      Arrays.fill(row, length, row.length, filler);
    }
  }

  /// Makes the row visible; false when the disk is full. The time must be after the table's newest.
  boolean append(long time, int samples) {
    var slot = slotWithRoom();
    if (slot == null) {
      return false;
    }
    slot.append(time, row, table.width(), force);
    table.newestTime = time;
    counters.appended(samples);
    if (slot.published() - slot.sealed() >= slot.shape.frameRows() + stagger(slot)) {
      archive.seal(table);
    }
    return true;
  }

  private @Nullable HotSlot slotWithRoom() {
    var slot = table.slot();
    if (slot == null
        || table.width() > slot.shape.capacity()
        || table.schemaWidth < table.width()) {
      var ready = archive.prepare(table);
      if (ready == null) {
        return null;
      }
      table = ready;
      slot = table.slot();
    }
    return slot != null && slot.isFull() && !archive.seal(table) ? null : slot;
  }

  /// Some rows of delay, another for each table, so that many targets do not seal in one scrape.
  private int stagger(HotSlot slot) {
    return table.number % (slot.shape.frameRows() / 8);
  }

  /// Leaves columns behind that have been idle for long, but for some that are idle by their
  /// nature; true when columns were numbered anew.
  boolean renumber(int exempt) {
    var before = table;
    table = archive.renumber(table, exempt);
    return table != before;
  }
}
