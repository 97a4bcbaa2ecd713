package io.gnomon.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables by number, and the one that each target writes to. Guarded by its owner.
final class Tables {
  private final Map<Integer, Table> byNumber = new HashMap<>();
  private final ArrayList<Table> inOrder = new ArrayList<>();
  private final Catalogue catalogue;
  private final HotFile hot;
  private int nextNumber = 1;

  Tables(Catalogue catalogue, HotFile hot) {
    this.catalogue = catalogue;
    this.hot = hot;
  }

  int nextNumber() {
    return nextNumber;
  }

  Table create(String target) {
    return create(nextNumber, target);
  }

  Table create(int number, String target) {
    var table = new Table(number, target);
    byNumber.put(number, table);
    inOrder.add(table);
    nextNumber = Math.max(nextNumber, number + 1);
    return table;
  }

  @Nullable Table get(int number) {
    return byNumber.get(number);
  }

  int count() {
    return inOrder.size();
  }

  Table at(int i) {
    return inOrder.get(i);
  }

  /// Those with a hot slot.
  List<Table> live() {
    return inOrder.stream().filter(table -> table.slot() != null).toList();
  }

  /// The table of a target that has a hot slot.
  @Nullable Table live(String target) {
    Table newest = null;
    for (var table : inOrder) {
      if (table.slot() != null
          && table.target.equals(target)
          && (newest == null || newest.number < table.number)) {
        newest = table;
      }
    }
    return newest;
  }

  /// Gives the hot slot back, and the table itself when it has no frames.
  void release(Table table) {
    var slot = table.slot();
    table.slot(null);
    if (slot != null) {
      hot.free(slot);
    }
    table.attached = false;
    if (table.frames.isEmpty()) {
      drop(table);
    }
  }

  /// Takes all series out of the table, and it away.
  void drop(Table table) {
    for (int i = 0; i < table.width(); i++) {
      catalogue.moveOut(table.column(i), table);
    }
    byNumber.remove(table.number);
    inOrder.remove(table);
  }
}
