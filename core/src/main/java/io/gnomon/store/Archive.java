package io.gnomon.store;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of tables: makes them, widens them, numbers their columns anew, has their rows sealed,
/// ends them. Everything here happens under one lock, none of it in the way of readers.
final class Archive {
  /// Fewer idle columns than this are not worth a new table.
  private static final int LEAST_IDLE = 16;

  private final RingWriter writer;
  private final HotFile hot;
  private final Catalogue catalogue;
  private final Tables tables;
  private final StoreCounters counters;

  Archive(
      RingWriter writer, HotFile hot, Catalogue catalogue, Tables tables, StoreCounters counters) {
    this.writer = writer;
    this.hot = hot;
    this.catalogue = catalogue;
    this.tables = tables;
    this.counters = counters;
  }

  Ring ring() {
    return writer.ring();
  }

  long newestTime() {
    return writer.newestTime();
  }

  /// The time up to which samples are too old to be read.
  long horizon() {
    return writer.horizon();
  }

  /// Ends the tables that were left behind when a crash came between making a table and giving up
  /// the one before.
  synchronized void settle() {
    for (var table : tables.live()) {
      writer.noteTime(table, table.newestTime);
      if (tables.live(table.target) != table) {
        end(table);
      }
    }
  }

  /// Takes a damaged frame out of use.
  synchronized void lose(long place) {
    for (int i = 0; i < tables.count(); i++) {
      tables.at(i).frames.lose(place);
    }
  }

  /// The table a target writes to: the one of an earlier run, or a new one.
  synchronized Table attach(String target) {
    var live = tables.live(target);
    var table = live != null ? live : tables.create(target);
    table.attached = true;
    return table;
  }

  /// The tables of an earlier run whose targets begin so.
  synchronized List<Table> attachAll(String prefix) {
    var found = tables.live().stream().filter(table -> table.target.startsWith(prefix)).toList();
    found.forEach(table -> table.attached = true);
    return found;
  }

  synchronized int nextNumber() {
    return tables.nextNumber();
  }

  synchronized void detach(Table table) {
    table.attached = false;
  }

  /// Sees to it that the table has a slot wide enough and that the ring names all its columns.
  /// Gives the table to go on with, or null when the disk is full.
  synchronized @Nullable Table prepare(Table table) {
    var slot = table.slot();
    if (slot != null && table.width() > slot.shape.capacity()) {
      return writer.sealAll(table) ? move(table) : null;
    }
    return (slot != null || giveSlot(table)) && writer.describe(table) ? table : null;
  }

  private @Nullable Table move(Table table) {
    var wider = tables.create(table.target);
    catalogue.copyColumns(table, wider);
    wider.seenLike(table);
    if (!giveSlot(wider) || !writer.describe(wider)) {
      tables.release(wider);
      return null;
    }
    succeed(table, wider);
    return wider;
  }

  private void succeed(Table table, Table next) {
    next.newestTime = table.newestTime;
    next.attached = table.attached;
    tables.release(table);
  }

  /// Gives a table that has only the columns with samples in the newest frames, once half of the
  /// columns are idle or the ring has let go of one's last samples; else the same. `exempt` columns
  /// are idle by their nature.
  synchronized Table renumber(Table table, int exempt) {
    int idle = table.idle - exempt;
    if (!table.outlived && (idle < LEAST_IDLE || idle < table.width() / 2)) {
      return table;
    }
    long newest = table.frames.newestPlace();
    if (!writer.sealAll(table)) {
      return table;
    }
    var next = tables.create(table.target);
    for (int i = 0; i < table.width(); i++) {
      if (table.lastPlace(i) >= newest) {
        catalogue.join(next, table.column(i));
      }
    }
    succeed(table, next);
    return next;
  }

  private boolean giveSlot(Table table) {
    try {
      table.slot(hot.allocate(table.number, HotShape.forColumns(table.width())));
      counters.diskHasRoom();
      return true;
    } catch (IOException full) {
      return counters.diskFull();
    }
  }

  /// Seals as many rows as make a frame; false when the disk is full.
  synchronized boolean seal(Table table) {
    return writer.seal(table);
  }

  /// Seals what the table has and gives its slot back: the target is gone, or has another table.
  synchronized void end(Table table) {
    if (writer.sealAll(table)) {
      tables.release(table);
    }
  }
}
