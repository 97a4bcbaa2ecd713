package io.gnomon.collect.micrometer;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// Quantiles of the last one to two minutes, to two digits, from two HdrHistograms that take turns.
/// Recording is free of locks and allocates nothing; reading is for one thread at a time.
final class QuantileWindow {
  private static final long TURN_MILLIS = 60_000;
  private static final int DIGITS = 2;

  private final long most;
  private final Recorder recorder;
  private Histogram interval;
  private Histogram current;
  private Histogram previous;
  private final Histogram both;
  private long turned;

  /// @param least what need not be told from 0
  QuantileWindow(long least, long most) {
    this.most = most;
    this.recorder = new Recorder(least, most, DIGITS);
    this.interval = recorder.getIntervalHistogram();
    this.current = new Histogram(least, most, DIGITS);
    this.previous = new Histogram(least, most, DIGITS);
    this.both = new Histogram(least, most, DIGITS);
  }

  void record(long value) {
    recorder.recordValue(Math.min(value, most));
  }

  /// Takes in what was recorded up to now, which is in milliseconds.
  void refresh(long now) {
    if (now - turned >= TURN_MILLIS) {
      var oldest = previous;
      previous = current;
      current = oldest;
      current.reset();
      turned = now;
    }
    interval = recorder.getIntervalHistogram(interval);
    current.add(interval);
    both.reset();
    both.add(current);
    both.add(previous);
  }

  /// NaN when nothing was recorded.
  double quantile(double q) {
    return both.getTotalCount() == 0 ? Double.NaN : both.getValueAtPercentile(100 * q);
  }
}
