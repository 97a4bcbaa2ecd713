package io.gnomon.store;

import io.gnomon.model.Absent;

/// Reads a series from all its places and merges them by time. A reader keeps one in its window.
final class SeriesReader {
  final Ring ring;
  private final ColumnReader columns;
  private final NewestReader newest;
  private final Window other = new Window();
  private final Window merged = new Window();

  SeriesReader(Ring ring) {
    this.ring = ring;
    this.columns = new ColumnReader(ring);
    this.newest = new NewestReader(ring);
  }

  int read(Home[] homes, long after, long upTo, Window into) {
    into.clear();
    for (int i = 0; i < homes.length; i++) {
      var home = homes[i];
      if (i == 0 || !home.sharesTarget(homes[i - 1])) {
        columns.restart();
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

  /// The newest sample of all places: within a target's the newest place with a value settles it,
  /// between targets the later sample does, at one time a value before a stale marker.
  int newest(Home[] homes, long after, long upTo, Window into) {
    into.clear();
    for (int i = homes.length - 1; i >= 0; i--) {
      if (i == homes.length - 1 || !homes[i].sharesTarget(homes[i + 1])) {
        newest.restart();
      }
      if (!newest.found()) {
        newest.search(homes[i], after, upTo);
        if (newest.found()) {
          keepNewer(into);
        }
      }
    }
    return into.count;
  }

  private void keepNewer(Window into) {
    boolean newer =
        into.count == 0
            || newest.time() > into.times[0]
            || newest.time() == into.times[0] && !Absent.is(newest.value());
    if (newer) {
      into.clear();
      into.add(newest.time(), newest.value());
    }
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
