package io.gnomon.store;

import io.gnomon.model.Absent;
import java.util.ArrayList;
import java.util.List;

/// Makes, finds and ends the side tables of a target.
final class SideTables {
  /// Stands between a target's name and the number of its side table.
  private static final char MARK = '\u0000';

  private final String target;
  private final Archive archive;
  private final Catalogue catalogue;
  private final StoreCounters counters;
  private final boolean force;
  private final SeriesReader reader;
  private final Window window = new Window();
  private final ArrayList<Side> sides = new ArrayList<>();

  SideTables(
      String target, Archive archive, Catalogue catalogue, StoreCounters counters, boolean force) {
    this.target = target;
    this.archive = archive;
    this.catalogue = catalogue;
    this.counters = counters;
    this.force = force;
    this.reader = new SeriesReader(archive.ring());
    archive.attachAll(target + MARK).forEach(this::adopt);
  }

  static boolean isSide(String target) {
    return target.indexOf(MARK) >= 0;
  }

  private Side adopt(Table table) {
    var side = new Side(new TableWriter(table, Absent.GAP, archive, counters, force));
    sides.add(side);
    return side;
  }

  /// What an earlier run knew of the series: its side table and its newest sample there.
  TimedSeries find(Series series) {
    var found = new TimedSeries(series);
    for (var side : sides) {
      int column = series.columnIn(side.writer.table());
      if (column >= 0) {
        found.moveTo(side, column);
      }
    }
    if (found.side != null) {
      recall(found);
    }
    return found;
  }

  private void recall(TimedSeries series) {
    var homes = new ArrayList<Home>();
    for (var home : series.series.homes()) {
      if (home.table().target.startsWith(target + MARK)) {
        homes.add(home);
      }
    }
    var places = homes.toArray(Home[]::new);
    if (reader.newest(places, Long.MIN_VALUE, Long.MAX_VALUE, window) > 0) {
      series.stored(window.times[0], window.values[0]);
    }
  }

  /// A new side table for those series.
  Side create(List<TimedSeries> strangers) {
    var side = adopt(archive.attach(target + MARK + archive.nextNumber()));
    for (var stranger : strangers) {
      var left = stranger.side;
      if (left != null && --left.members == 0) {
        archive.end(left.writer.table());
        sides.remove(left);
      }
      stranger.moveTo(side, catalogue.join(side.writer.table(), stranger.series));
    }
    return side;
  }

  void end() {
    sides.forEach(side -> archive.end(side.writer.table()));
    sides.clear();
  }

  void close() {
    sides.forEach(side -> archive.detach(side.writer.table()));
    sides.clear();
  }
}
