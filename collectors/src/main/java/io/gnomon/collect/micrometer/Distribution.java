package io.gnomon.collect.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.TimeWindowMax;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Count, sum and maximum of what a timer or a summary records, with quantiles or buckets when they
/// are asked for.
final class Distribution {
  private static final double LEAST = 1e-6; // of the base unit: a microsecond
  private static final long MOST = 1_000_000_000_000L;

  private final double scale;
  private final LongAdder count = new LongAdder();
  private final DoubleAdder sum = new DoubleAdder();
  private final TimeWindowMax max;
  private final double[] quantiles;
  private final @Nullable QuantileWindow window;
  private final double[] bounds;
  private final AtomicLongArray buckets;

  /// @param scale whole numbers in one of the base unit: nanoseconds for a timer, whose quantiles
  ///   are taken of them and whose bounds Micrometer gives in them
  Distribution(DistributionStatisticConfig config, Clock clock, double scale) {
    this.scale = scale;
    this.max = new TimeWindowMax(clock, config);
    this.quantiles = config.getPercentiles() == null ? new double[0] : config.getPercentiles();
    this.window =
        quantiles.length == 0
            ? null
            : new QuantileWindow(Math.max(1, (long) (LEAST * scale)), MOST);
    this.bounds =
        config.isPublishingHistogram()
            ? config.getHistogramBuckets(true).stream()
                .filter(Double::isFinite)
                .mapToDouble(bound -> bound / scale)
                .toArray()
            : new double[0];
    this.buckets = new AtomicLongArray(bounds.length);
  }

  void record(double amount) {
    count.increment();
    sum.add(amount);
    max.record(amount);
    if (window != null) {
      window.record((long) (amount * scale));
    }
    for (int i = 0; i < bounds.length; i++) {
      if (amount <= bounds[i]) {
        buckets.incrementAndGet(i);
        break;
      }
    }
  }

  void refresh(long now) {
    if (window != null) {
      window.refresh(now);
    }
  }

  long count() {
    return count.sum();
  }

  double sum() {
    return sum.sum();
  }

  double max() {
    return max.poll();
  }

  double[] quantiles() {
    return quantiles;
  }

  double quantile(double q) {
    return window == null ? Double.NaN : window.quantile(q) / scale;
  }

  /// The upper bounds in the base unit, without +Inf.
  double[] bounds() {
    return bounds;
  }

  /// How many were no larger than a bound.
  long upTo(int bound) {
    long total = 0;
    for (int i = 0; i <= bound; i++) {
      total += buckets.get(i);
    }
    return total;
  }
}
