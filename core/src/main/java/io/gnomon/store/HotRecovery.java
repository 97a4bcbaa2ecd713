package io.gnomon.store;

/// Gives the hot slots of an earlier run back to their tables, with all rows that are whole and not
/// in the ring yet.
final class HotRecovery {
  private final HotFile hot;
  private final Tables tables;
  private final Problems problems;

  HotRecovery(HotFile hot, Tables tables, Problems problems) {
    this.hot = hot;
    this.tables = tables;
    this.problems = problems;
  }

  void run() {
    for (var slot : hot.slots()) {
      var table = tables.get(slot.table);
      if (table == null) {
        lose(slot);
      } else {
        restore(table, slot);
      }
    }
  }

  /// A slot without a table: made just before a crash, or its schema is damaged.
  private void lose(HotSlot slot) {
    if (slot.newestIntact(0) >= 0) {
      problems.add("the newest rows of table " + slot.table + " were lost with its schema");
    }
    hot.free(slot);
  }

  private void restore(Table table, HotSlot slot) {
    long published = published(slot, table.sealedRows);
    long from = firstUnsealed(table, slot, published);
    int damaged = 0;
    for (long row = from; row < published; row++) {
      if (!slot.isIntact(row)) {
        damaged++;
        slot.blank(row, table.newestTime == Table.NEVER ? 0 : table.newestTime + 1);
      }
      table.newestTime = Math.max(table.newestTime, slot.time(row));
    }
    report(table, slot, published, damaged);
    slot.counts(from, Math.max(from, published));
    table.slot(slot);
  }

  /// The count of published rows: its own word when the rows agree with it, else as the rows say.
  private static long published(HotSlot slot, long sealed) {
    long published = slot.published();
    boolean sane =
        published >= sealed
            && published - sealed <= slot.shape.rows()
            && (published == sealed || slot.isIntact(published - 1));
    if (!sane) {
      published = Math.max(sealed, slot.newestIntact(sealed) + 1);
    }
    while (slot.isIntact(published)) {
      published++;
    }
    return published;
  }

  /// Where the ring ends; rows that it lost may still be here.
  private static long firstUnsealed(Table table, HotSlot slot, long published) {
    long oldest = Math.max(0, published - slot.shape.rows());
    long sealed = slot.sealed();
    boolean unknown = table.frames.isEmpty();
    long from = unknown && sealed <= published ? sealed : table.sealedRows;
    from = Math.max(from, oldest);
    while (from < published && !slot.isIntact(from)) {
      from++;
    }
    return from;
  }

  private void report(Table table, HotSlot slot, long published, int damaged) {
    long lost = damaged + Math.clamp(slot.published() - published, 0, slot.shape.rows());
    if (lost > 0) {
      problems.add(lost + " damaged rows of target " + table.target + " were dropped");
    }
  }
}
