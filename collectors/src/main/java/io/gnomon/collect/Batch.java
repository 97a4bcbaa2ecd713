package io.gnomon.collect;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import io.gnomon.store.Appender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one collection brings, kept apart until it has ended well: a collection that fails, or that
/// comes to its end after its time, leaves nothing behind, and the thread that collects never comes
/// near the store. Here the target's labels are added and its intake is kept to, once for a series;
/// what runs every time moves numbers only.
final class Batch implements SampleSink {
  /// The column of a series that relabelling drops.
  static final int DROPPED = Integer.MIN_VALUE;

  private static final long NO_TIME = Long.MIN_VALUE;

  /// So many numbers more than twice the live series mostly stand for series that are gone.
  private static final int SPARE_SERIES = 1024;

  private final SeriesLabels seriesLabels;
  private final Intake intake;
  private final BatchSeries known = new BatchSeries();
  private final List<Metric> metrics = new ArrayList<>();
  private boolean abandoned;
  private boolean counts;
  private boolean renumbered;
  private boolean delivered = true;
  private int appenderLayout;
  private int layout;
  private int size;
  private int scraped;
  private int added;
  private int round = 1;
  private int goodRound = 1;
  private int[] series;
  private double[] values;
  private long[] times;

  Batch(Target target) {
    this.intake = target.intake();
    this.seriesLabels = new SeriesLabels(target.labels(), target.intake());
    int room = Math.min(64, target.intake().limits().samples());
    this.series = new int[room];
    this.values = new double[room];
    this.times = new long[room];
  }

  /// Makes ready for the next collection, whose row the appender has begun.
  void begin(Appender appender) {
    boolean failed = !delivered && known.hasUnsettled();
    boolean moved = round > 1 && appenderLayout != appender.layout();
    renumbered = failed || moved || known.size() > 2 * size + SPARE_SERIES;
    if (renumbered) {
      known.clear();
      layout++;
    }
    appenderLayout = appender.layout();
    round++;
    size = 0;
    scraped = 0;
    added = 0;
    counts = false;
    delivered = false;
  }

  /// Makes what was put count though the collection failed.
  void keep() {
    counts = true;
  }

  boolean counts() {
    return counts;
  }

  /// The collection may still be running: this batch is of no use any more.
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /// Hands everything to the appender: the collection went well.
  void deliver(Appender appender) {
    for (int i = 0; i < metrics.size(); i++) {
      appender.describe(metrics.get(i));
    }
    metrics.clear();
    for (int i = 0; i < size; i++) {
      int column = known.column(series[i], appender);
      if (times[i] == NO_TIME) {
        appender.put(column, values[i]);
      } else {
        appender.put(column, times[i], values[i]);
      }
    }
    goodRound = round;
    delivered = true;
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
  public int column(Labels scrapedSeries) {
    var labels = seriesLabels.of(scrapedSeries);
    return labels == null ? DROPPED : known.add(labels);
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
    if (size == series.length) {
      grow();
    }
    series[size] = column;
    values[size] = value;
    times[size++] = time;
  }

  /// Of two samples of one series in one collection the first counts.
  private boolean isRepeated(int column, long time) {
    int latest = known.latest(column);
    if (latest == round) {
      return time == NO_TIME;
    }
    if (latest < goodRound && !renumbered) {
      added++;
    }
    known.setLatest(column, round);
    return false;
  }

  private void grow() {
    int limit = intake.limits().samples();
    if (size >= limit) {
      throw new RefusedException("expected no more than sample_limit " + limit + " samples");
    }
    int room = Math.min(2 * size, limit);
    series = Arrays.copyOf(series, room);
    values = Arrays.copyOf(values, room);
    times = Arrays.copyOf(times, room);
  }

  /// Kept until a collection goes well, for a metric is described only once.
  @Override
  public void describe(Metric metric) {
    if (metrics.size() < intake.limits().samples()) {
      metrics.add(metric);
    }
  }
}
