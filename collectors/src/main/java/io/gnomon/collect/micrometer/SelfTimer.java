package io.gnomon.collect.micrometer;

import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.NoopHistogram;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import java.util.concurrent.TimeUnit;

/// A timer over a distribution in seconds.
final class SelfTimer extends AbstractTimer {
  static final double NANOS = 1e9;

  private final Distribution distribution;

  SelfTimer(Id id, Clock clock, PauseDetector pauses, Distribution distribution) {
    super(id, clock, pauses, TimeUnit.SECONDS, NoopHistogram.INSTANCE);
    this.distribution = distribution;
  }

  Distribution distribution() {
    return distribution;
  }

  @Override
  protected void recordNonNegative(long amount, TimeUnit unit) {
    distribution.record(unit.toNanos(amount) / NANOS);
  }

  @Override
  public long count() {
    return distribution.count();
  }

  @Override
  public double totalTime(TimeUnit unit) {
    return distribution.sum() * TimeUnit.SECONDS.toNanos(1) / unit.toNanos(1);
  }

  @Override
  public double max(TimeUnit unit) {
    return distribution.max() * TimeUnit.SECONDS.toNanos(1) / unit.toNanos(1);
  }

  @Override
  public HistogramSnapshot takeSnapshot() {
    return HistogramSnapshot.empty(count(), distribution.sum() * NANOS, distribution.max() * NANOS);
  }
}
