package io.gnomon.store;

import io.gnomon.model.Labels;
import java.util.Arrays;

/// A label set and all the places its samples are: those of one target together, the oldest first.
final class Series {
  private static final Home[] NOWHERE = {};

  /// Stands in columns whose series is not known, or gone.
  static final Series NONE = new Series(0, Labels.EMPTY);

  final int id;
  final Labels labels;
  private volatile Home[] homes = NOWHERE;

  Series(int id, Labels labels) {
    this.id = id;
    this.labels = labels;
  }

  Home[] homes() {
    return homes;
  }

  /// The column of the series in that table, or -1.
  int columnIn(Table table) {
    for (var home : homes) {
      if (home.table() == table) {
        return home.column();
      }
    }
    return -1;
  }

  /// Adds a place, behind the older ones of the same target. Changed by one thread at a time, under
  /// the catalogue's lock.
  void moveIn(Home home) {
    int at = homes.length;
    while (at > 0 && !homes[at - 1].sharesTarget(home)) {
      at--;
    }
    at = at == 0 ? homes.length : at;
    var more = Arrays.copyOf(homes, homes.length + 1);
    System.arraycopy(homes, at, more, at + 1, homes.length - at);
    more[at] = home;
    homes = more;
  }

  /// True when no place is left.
  boolean moveOut(Table table) {
    homes = Arrays.stream(homes).filter(home -> home.table() != table).toArray(Home[]::new);
    return homes.length == 0;
  }
}
