package io.gnomon.collect;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import io.gnomon.store.Appender;
import java.util.Arrays;

/// What one collection brings, kept apart until it has ended well: a collection that fails, or that
/// comes to its end after its time, leaves nothing behind. Here the target's labels are added and
/// its intake is kept to, once for a series; what runs every time moves numbers only.
final class Batch implements SampleSink {
  /// The column of a series that relabelling drops.
  static final int DROPPED = Integer.MIN_VALUE;

  private static final long NO_TIME = Long.MIN_VALUE;

  private final Appender appender;
  private final SeriesLabels seriesLabels;
  private final Intake intake;
  private boolean abandoned;
  private boolean counts;
  private int layout;
  private int size;
  private int scraped;
  private int added;
  private int round = 1;
  private int goodRound = 1;
  private int[] roundOf = new int[64]; // by column: the latest round it had a value in
  private int[] columns;
  private double[] values;
  private long[] times;

  Batch(Appender appender, Target target) {
    this.appender = appender;
    this.intake = target.intake();
    this.seriesLabels = new SeriesLabels(target.labels(), target.intake());
    this.layout = appender.layout();
    int room = Math.min(64, target.intake().limits().samples());
    this.columns = new int[room];
    this.values = new double[room];
    this.times = new long[room];
  }

  /// Makes ready for the collection that follows the appender's begin.
  void begin() {
    if (layout != appender.layout()) {
      layout = appender.layout();
      Arrays.fill(roundOf, goodRound);
    }
    round++;
    size = 0;
    scraped = 0;
    added = 0;
    counts = false;
  }

  /// Makes what was put count though the collection failed.
  void keep() {
    counts = true;
  }

  boolean counts() {
    return counts;
  }

  /// From here on a collection that still runs cannot reach the appender. Waits for a call that is
  /// inside it.
  synchronized void abandon() {
    abandoned = true;
  }

  synchronized boolean isAbandoned() {
    return abandoned;
  }

  /// Hands everything to the appender: the collection went well.
  void deliver() {
    for (int i = 0; i < size; i++) {
      if (times[i] == NO_TIME) {
        appender.put(columns[i], values[i]);
      } else {
        appender.put(columns[i], times[i], values[i]);
      }
    }
    goodRound = round;
  }

  /// Samples the collector gave.
  int scraped() {
    return scraped;
  }

  /// Samples left after relabelling.
  int kept() {
    return size;
  }

  /// Series that were not in the last good collection.
  int added() {
    return added;
  }

  @Override
  public synchronized int column(Labels series) {
    refuseWhenAbandoned();
    var labels = seriesLabels.of(series);
    if (labels == null) {
      return DROPPED;
    }
    int column = appender.column(labels);
    if (column >= roundOf.length) {
      roundOf = Arrays.copyOf(roundOf, Math.max(column + 1, 2 * roundOf.length));
    }
    return column;
  }

  @Override
  public int layout() {
    return layout;
  }

  @Override
  public void put(int column, double value) {
    add(column, NO_TIME, value);
  }

  @Override
  public void put(int column, long time, double value) {
    add(column, intake.honorTimestamps() ? time : NO_TIME, value);
  }

  private void add(int column, long time, double value) {
    scraped++;
    if (column < 0 || isRepeated(column, time)) {
      return;
    }
    if (size == columns.length) {
      grow();
    }
    columns[size] = column;
    values[size] = value;
    times[size++] = time;
  }

  /// Of two samples of one series in one collection the first counts.
  private boolean isRepeated(int column, long time) {
    int latest = roundOf[column];
    if (latest == round) {
      return time == NO_TIME;
    }
    if (latest < goodRound) {
      added++;
    }
    roundOf[column] = round;
    return false;
  }

  private void grow() {
    int limit = intake.limits().samples();
    if (size >= limit) {
      throw new RefusedException("expected no more than sample_limit " + limit + " samples");
    }
    int room = Math.min(2 * size, limit);
    columns = Arrays.copyOf(columns, room);
    values = Arrays.copyOf(values, room);
    times = Arrays.copyOf(times, room);
  }

  @Override
  public synchronized void describe(Metric metric) {
    refuseWhenAbandoned();
    appender.describe(metric);
  }

  private void refuseWhenAbandoned() {
    if (abandoned) {
      throw new RefusedException("the collection took too long; nothing of it counts");
    }
  }
}
