package io.gnomon.store;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/// Scrapes whose every value follows from target, row and column, so that what is found after a
/// crash can be checked without having been told.
record Scrapes(String target, int columns) {
  static final List<Scrapes> ALL =
      List.of(new Scrapes("wide", 70), new Scrapes("middle", 20), new Scrapes("narrow", 2));
  private static final long START = 1_700_000_000_000L;
  private static final long STEP = 1000;
  private static final int GENERATION = 400;

  static long time(long row) {
    return START + row * STEP;
  }

  static long row(long time) {
    return (time - START) / STEP;
  }

  /// A series that lives for some rows only, then gives way to the next: the columns change.
  private Labels shortLived(long row) {
    return Labels.of("__name__", "short_lived", "job", target, "g", "" + row / GENERATION);
  }

  private Labels series(int column) {
    return Labels.of("__name__", "series", "job", target, "c", "" + column);
  }

  double value(long row, int column) {
    long hash = (row * 31 + column) * 0x9E3779B97F4A7C15L;
    return switch (column % 5) {
      case 0 -> column;
      case 1 -> row * (column + 3) + (hash >>> 61);
      case 2 -> (hash >>> 48) / 1000.0;
      case 3 -> row % 7 == 0 ? Absent.STALE : row;
      default -> Double.longBitsToDouble(hash >>> 2);
    };
  }

  Appender.Outcome append(Appender appender, long row) {
    appender.begin(time(row));
    for (int i = 0; i < columns; i++) {
      appender.put(appender.column(series(i)), value(row, i));
    }
    appender.put(appender.column(shortLived(row)), row);
    return appender.commit();
  }

  /// The number of the newest row that was stored, or -1.
  long newestRow(Store store) {
    var window = new Window();
    int[] ids = store.select(matchers(0));
    int found = ids.length == 0 ? 0 : store.newest(ids[0], Long.MIN_VALUE, Long.MAX_VALUE, window);
    return found == 0 ? -1 : row(window.times[0]);
  }

  private List<Matcher> matchers(int column) {
    var matchers = new ArrayList<Matcher>();
    var labels = series(column);
    for (int i = 0; i < labels.size(); i++) {
      matchers.add(Matcher.equal(labels.name(i), labels.value(i)));
    }
    return matchers;
  }

  /// Names what is wrong with the stored samples, of which those of `lost` rows may be missing.
  List<String> faults(Store store, LongPredicate lost) {
    var faults = new ArrayList<String>();
    var window = new Window();
    for (int column = 0; column < columns && faults.isEmpty(); column++) {
      int[] ids = store.select(matchers(column));
      if (ids.length != 1) {
        faults.add(series(column) + " is known " + ids.length + " times");
        continue;
      }
      store.read(ids[0], Long.MIN_VALUE, Long.MAX_VALUE, window);
      check(column, window, lost, faults);
    }
    return faults;
  }

  private void check(int column, Window window, LongPredicate lost, List<String> faults) {
    long next = window.count == 0 ? 0 : row(window.times[0]);
    boolean alive = false;
    for (int i = 0; i < window.count; i++) {
      long row = row(window.times[i]);
      for (; next < row; next++) {
        boolean nothing = Absent.is(value(next, column)) && !alive;
        if (!nothing && !lost.test(next)) {
          faults.add(series(column) + " has no row " + next);
        }
      }
      if (!Numbers.sameBits(window.values[i], value(row, column)) || next > row) {
        faults.add(series(column) + " has " + window.values[i] + " in row " + row);
      }
      alive = !Absent.is(window.values[i]);
      next = row + 1;
    }
  }
}
