package io.gnomon.store;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Stores the samples of a target that bring times of their own. Series whose times go together
/// share a side table, so that its rows are nearly full. Where they part, those of one time move to
/// a side table of their own and stay there: they are sorted out once, not in every scrape.
final class TimedRows {
  private final SideTables tables;
  private final StoreCounters counters;
  private final TimedSamples samples = new TimedSamples();
  private final ArrayList<Side> touched = new ArrayList<>();
  private final ArrayList<TimedSeries> strangers = new ArrayList<>();
  private @Nullable TimedSeries[] known = new @Nullable TimedSeries[0];
  private int knownCount;

  TimedRows(SideTables tables, StoreCounters counters) {
    this.tables = tables;
    this.counters = counters;
  }

  int size() {
    return samples.count();
  }

  /// How many series have had times of their own.
  int known() {
    return knownCount;
  }

  void clear() {
    samples.clear();
  }

  /// The series of a column of the main table has a sample.
  void add(Series series, int column, long time, double value) {
    if (column >= known.length) {
      known = Arrays.copyOf(known, Math.max(column + 1, 2 * known.length));
    }
    if (known[column] == null) {
      known[column] = tables.find(series);
      knownCount++;
    }
    samples.add(column, time, value);
  }

  /// The main table's columns were numbered anew.
  void forgetColumns() {
    known = new @Nullable TimedSeries[0];
    knownCount = 0;
  }

  /// Stores what was added, one row after another; false when the disk is full.
  boolean commit() {
    samples.sort();
    boolean stored = true;
    int from = 0;
    while (from < samples.count()) {
      long time = samples.time(from);
      int to = from;
      for (; to < samples.count() && samples.time(to) == time; to++) {
        take(to, time);
      }
      stored &= write(time);
      from = to;
    }
    samples.clear();
    return stored;
  }

  /// Sends a sample to the side table of its series, unless it is not newer than the newest there.
  private void take(int i, long time) {
    var series = known[samples.column(i)];
    if (series == null || series.isNewest(time, samples.value(i))) {
      return;
    }
    if (!series.isAfterNewest(time)) {
      counters.refusedOld(series.isAtNewest(time));
      return;
    }
    series.value = samples.value(i);
    var side = series.side;
    if (side == null) {
      strangers.add(series);
    } else {
      if (side.present.isEmpty()) {
        touched.add(side);
      }
      side.present.add(series);
    }
  }

  private boolean write(long time) {
    boolean stored = true;
    for (int i = 0; i < touched.size(); i++) {
      var side = touched.get(i);
      if (side.takes(time)) {
        stored &= side.write(time);
      } else {
        strangers.addAll(side.present);
        side.present.clear();
      }
    }
    touched.clear();
    if (!strangers.isEmpty()) {
      stored &= writeStrangers(time);
    }
    return stored;
  }

  private boolean writeStrangers(long time) {
    var side = tables.create(strangers);
    side.present.addAll(strangers);
    strangers.clear();
    return side.write(time);
  }

  void end() {
    tables.end();
  }

  void close() {
    tables.close();
  }
}
