package io.gnomon.store;

import org.jspecify.annotations.Nullable;

/// A series with samples that bring times of their own: its newest one, and the side table where
/// the next goes.
final class TimedSeries {
  final Series series;
  @Nullable Side side;
  int column;

  /// The value in hand.
  double value;

  private long newestTime = Table.NEVER;
  private double newestValue;

  TimedSeries(Series series) {
    this.series = series;
  }

  boolean isAfterNewest(long time) {
    return time > newestTime;
  }

  boolean isAtNewest(long time) {
    return time == newestTime;
  }

  boolean isNewest(long time, double value) {
    return time == newestTime && Numbers.sameBits(value, newestValue);
  }

  void stored(long time) {
    stored(time, value);
  }

  void stored(long time, double value) {
    newestTime = time;
    newestValue = value;
  }

  void moveTo(Side side, int column) {
    this.side = side;
    this.column = column;
    side.members++;
  }
}
