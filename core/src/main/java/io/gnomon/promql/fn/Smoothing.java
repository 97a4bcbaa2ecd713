package io.gnomon.promql.fn;

import io.gnomon.model.Absent;

/// Holt's double exponential smoothing: a level and a trend, each pulled towards what is seen by a
/// factor between 0 and 1.
public final class Smoothing {
  private Smoothing() {}

  public static double of(Span span, double factor, double trendFactor) {
    if (span.count() < 2) {
      return Absent.STALE;
    }
    double before = 0;
    double level = span.first();
    double trend = span.values[span.from + 1] - span.first();
    for (int i = span.from + 1; i < span.to; i++) {
      if (i > span.from + 1) {
        trend = trendFactor * (level - before) + (1 - trendFactor) * trend;
      }
      before = level;
      level = factor * span.values[i] + (1 - factor) * (level + trend);
    }
    return level;
  }
}
