package io.gnomon.collect.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionCounter;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.internal.DefaultGauge;
import io.micrometer.core.instrument.internal.DefaultMeter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The registry of our own meters. Nothing is polled or pushed: whoever reads it (`families`) reads
/// the meters themselves.
public final class SelfRegistry extends MeterRegistry {
  private final List<Distribution> distributions = new CopyOnWriteArrayList<>();
  private volatile @Nullable List<Family> families;

  public SelfRegistry() {
    super(Clock.SYSTEM);
  }

  /// Forgets the families made before whenever a meter comes or goes.
  public void start() {
    config().onMeterAdded(_ -> families = null).onMeterRemoved(_ -> families = null);
  }

  /// The meters as metric families, by name; the same list as long as no meter came or went.
  List<Family> families() {
    var made = families;
    if (made == null) {
      made = Families.of(getMeters());
      families = made;
    }
    return made;
  }

  /// Makes the quantiles those of now.
  synchronized void refresh() {
    long now = clock.wallTime();
    for (int i = 0; i < distributions.size(); i++) {
      distributions.get(i).refresh(now);
    }
  }

  @Override
  protected <T> Gauge newGauge(Meter.Id id, @Nullable T obj, ToDoubleFunction<T> value) {
    return new DefaultGauge<>(id, obj, value);
  }

  @Override
  protected Counter newCounter(Meter.Id id) {
    return new CumulativeCounter(id);
  }

  @Override
  protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
    return new SelfTimer(id, clock, pauses, distribution(config, SelfTimer.NANOS));
  }

  @Override
  protected DistributionSummary newDistributionSummary(
      Meter.Id id, DistributionStatisticConfig config, double scale) {
    return new SelfSummary(id, scale, distribution(config, 1));
  }

  private Distribution distribution(DistributionStatisticConfig config, double scale) {
    var distribution = new Distribution(config, clock, scale);
    distributions.add(distribution);
    return distribution;
  }

  @Override
  protected Meter newMeter(Meter.Id id, Meter.Type type, Iterable<Measurement> measurements) {
    return new DefaultMeter(id, type, measurements);
  }

  @Override
  protected <T> FunctionTimer newFunctionTimer(
      Meter.Id id, T obj, ToLongFunction<T> count, ToDoubleFunction<T> total, TimeUnit unit) {
    return new CumulativeFunctionTimer<>(id, obj, count, total, unit, getBaseTimeUnit());
  }

  @Override
  protected <T> FunctionCounter newFunctionCounter(Meter.Id id, T obj, ToDoubleFunction<T> count) {
    return new CumulativeFunctionCounter<>(id, obj, count);
  }

  @Override
  protected TimeUnit getBaseTimeUnit() {
    return TimeUnit.SECONDS;
  }

  @Override
  protected DistributionStatisticConfig defaultHistogramConfig() {
    return DistributionStatisticConfig.DEFAULT;
  }
}
