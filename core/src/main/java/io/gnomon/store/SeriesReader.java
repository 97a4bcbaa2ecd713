package io.gnomon.store;

import io.gnomon.model.Absent;

/// Reads a series from all its places and merges them by time. A reader keeps one in its window.
final class SeriesReader {
  final Ring ring;
  private final ColumnReader columns;
  private final Window other = new Window();
  private final Window merged = new Window();

  SeriesReader(Ring ring) {
    this.ring = ring;
    this.columns = new ColumnReader(ring);
  }

  int read(Home[] homes, long after, long upTo, Window into) {
    into.clear();
    String target = "";
    for (var home : homes) {
      if (!home.table().target.equals(target)) {
        columns.restart();
        target = home.table().target;
      }
      if (into.count == 0) {
        columns.read(home, after, upTo, into);
      } else {
        other.clear();
        columns.read(home, after, upTo, other);
        merge(into);
      }
    }
    return into.count;
  }

  int newest(Home[] homes, long after, long upTo, Window into) {
    read(homes, after, upTo, into);
    if (into.count > 1) {
      into.times[0] = into.times[into.count - 1];
      into.values[0] = into.values[into.count - 1];
      into.count = 1;
    }
    return into.count;
  }

  /// Merges the other window into this one. Of two samples of one time a value goes before a stale
  /// marker, else the older place's stands.
  private void merge(Window into) {
    if (other.count == 0) {
      return;
    }
    merged.clear();
    merged.reserve(into.count + other.count);
    int i = 0;
    int j = 0;
    while (i < into.count || j < other.count) {
      boolean second =
          i == into.count
              || j < other.count
                  && (other.times[j] < into.times[i]
                      || other.times[j] == into.times[i] && Absent.is(into.values[i]));
      long time = second ? other.times[j] : into.times[i];
      double value = second ? other.values[j++] : into.values[i++];
      if (merged.count == 0 || merged.times[merged.count - 1] < time) {
        merged.add(time, value);
      }
    }
    copy(merged, into);
  }

  private static void copy(Window from, Window to) {
    to.reserve(from.count);
    System.arraycopy(from.times, 0, to.times, 0, from.count);
    System.arraycopy(from.values, 0, to.values, 0, from.count);
    to.count = from.count;
  }
}
