package io.gnomon.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables by number, and the one that each target writes to. Guarded by its owner.
final class Tables {
  private final Map<Integer, Table> byNumber = new HashMap<>();
  private int nextNumber = 1;

  int nextNumber() {
    return nextNumber;
  }

  Table create(String target) {
    return create(nextNumber, target);
  }

  Table create(int number, String target) {
    var table = new Table(number, target);
    byNumber.put(number, table);
    nextNumber = Math.max(nextNumber, number + 1);
    return table;
  }

  @Nullable Table get(int number) {
    return byNumber.get(number);
  }

  Collection<Table> all() {
    return byNumber.values();
  }

  List<Table> live() {
    return byNumber.values().stream().filter(table -> table.slot() != null).toList();
  }

  /// The table of a target that has a hot slot.
  @Nullable Table live(String target) {
    Table newest = null;
    for (var table : byNumber.values()) {
      if (table.slot() != null
          && table.target.equals(target)
          && (newest == null || newest.number < table.number)) {
        newest = table;
      }
    }
    return newest;
  }

  void remove(Table table) {
    byNumber.remove(table.number);
  }
}
