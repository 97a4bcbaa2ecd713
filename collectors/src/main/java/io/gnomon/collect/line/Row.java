package io.gnomon.collect.line;

import io.gnomon.model.SampleSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The series that belong together under one key, each with its column. A column is asked for when
/// its first value comes, so that a field nobody has makes no series.
public final class Row {
  private static final int UNASKED = -1;

  private final byte[] key;
  private final List<Series> series;
  private final int[] columns;
  private final double[] newest;
  private @Nullable SampleSink sink;
  private int layout;
  private int round = -1;
  private boolean begun;

  Row(String key, List<Series> series) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    this.series = List.copyOf(series);
    this.columns = new int[series.size()];
    this.newest = new double[series.size()];
  }

  /// A row without a key: of a file that has but one line.
  public static Row of(Series... series) {
    return new Row("", List.of(series));
  }

  boolean hasKey(ByteText text) {
    return text.wordIs(key);
  }

  /// Makes the columns good for this sink; nothing to do unless it numbered them anew.
  public Row into(SampleSink sink) {
    if (this.sink != sink || layout != sink.layout()) {
      this.sink = sink;
      layout = sink.layout();
      Arrays.fill(columns, UNASKED);
    }
    return this;
  }

  /// How many series the row has; 0 for a key that is left out.
  public int size() {
    return columns.length;
  }

  public Series series(int i) {
    return series.get(i);
  }

  public void put(int i, double value) {
    var to = sink;
    if (to == null) {
      throw new IllegalStateException("expected into(sink) before put");
    }
    if (columns[i] == UNASKED) {
      to.describe(series.get(i).metric());
      columns[i] = to.column(series.get(i).named());
    }
    to.put(columns[i], value * series.get(i).factor());
  }

  /// The first time the row has values, puts 0 for them at an earlier time, in milliseconds since
  /// the epoch: counters that were not there before began at 0, and so `rate` sees their first
  /// event. With time 0 nothing is known of before.
  public void putBeginning(long before) {
    if (!begun && before > 0 && sink != null) {
      for (int column : columns) {
        if (column != UNASKED) {
          sink.put(column, before, 0);
        }
      }
    }
    begun = true;
  }

  void meet(int round) {
    this.round = round;
  }

  boolean isMissing(int round) {
    return this.round != round;
  }

  /// Puts the value of a counter that its source lets step back a little now and then: the newest
  /// value stays until it is passed again. A step of `reset` or more is taken for a new beginning.
  public void putRising(int i, double value, double reset) {
    if (value > newest[i] || newest[i] - value >= reset) {
      newest[i] = value;
    }
    put(i, newest[i]);
  }
}
