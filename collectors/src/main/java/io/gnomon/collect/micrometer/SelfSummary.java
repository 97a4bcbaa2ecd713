package io.gnomon.collect.micrometer;

import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.NoopHistogram;

/// A summary of amounts that are no times.
final class SelfSummary extends AbstractDistributionSummary {
  private final Distribution distribution;

  SelfSummary(Id id, double scale, Distribution distribution) {
    super(id, scale, NoopHistogram.INSTANCE);
    this.distribution = distribution;
  }

  Distribution distribution() {
    return distribution;
  }

  @Override
  protected void recordNonNegative(double amount) {
    distribution.record(amount);
  }

  @Override
  public long count() {
    return distribution.count();
  }

  @Override
  public double totalAmount() {
    return distribution.sum();
  }

  @Override
  public double max() {
    return distribution.max();
  }

  @Override
  public HistogramSnapshot takeSnapshot() {
    return HistogramSnapshot.empty(count(), totalAmount(), max());
  }
}
