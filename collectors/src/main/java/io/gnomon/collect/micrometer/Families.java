package io.gnomon.collect.micrometer;

import io.gnomon.collect.micrometer.Family.Line;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/// Makes metric families of meters.
final class Families {
  private final Map<String, Family> families = new TreeMap<>();

  static List<Family> of(List<Meter> meters) {
    var made = new Families();
    meters.forEach(made::add);
    return List.copyOf(made.families.values());
  }

  private void add(Meter meter) {
    var id = meter.getId();
    switch (meter) {
      case SelfTimer timer -> distribution(id, timer.distribution());
      case SelfSummary summary -> distribution(id, summary.distribution());
      case Counter counter -> line(id, Type.COUNTER, "", counter::count);
      case FunctionCounter counter -> line(id, Type.COUNTER, "", counter::count);
      case Gauge gauge -> line(id, Type.GAUGE, "", gauge::value);
      case FunctionTimer timer -> total(id, timer::count, () -> timer.totalTime(TimeUnit.SECONDS));
      case LongTaskTimer timer -> {
        line(id, Type.GAUGE, "_active", timer::activeTasks);
        line(id, Type.GAUGE, "_duration", () -> timer.duration(TimeUnit.SECONDS));
      }
      default -> {
        // A meter of measurements only; none of ours is.
      }
    }
  }

  private void distribution(Meter.Id id, Distribution distribution) {
    if (distribution.bounds().length > 0) {
      histogram(id, distribution);
    } else {
      for (double q : distribution.quantiles()) {
        var labels = Naming.labels(id).with("quantile", Double.toString(q));
        line(id, Type.SUMMARY, "", labels, () -> distribution.quantile(q));
      }
      total(id, distribution::count, distribution::sum);
    }
    line(id, Type.GAUGE, "_max", distribution::max);
  }

  private void histogram(Meter.Id id, Distribution distribution) {
    double[] bounds = distribution.bounds();
    for (int i = 0; i < bounds.length; i++) {
      int bound = i;
      var labels = Naming.labels(id).with("le", Double.toString(bounds[i]));
      line(id, Type.HISTOGRAM, "_bucket", labels, () -> distribution.upTo(bound));
    }
    var labels = Naming.labels(id).with("le", "+Inf");
    line(id, Type.HISTOGRAM, "_bucket", labels, distribution::count);
    line(id, Type.HISTOGRAM, "_sum", Naming.labels(id), distribution::sum);
    line(id, Type.HISTOGRAM, "_count", Naming.labels(id), distribution::count);
  }

  private void total(Meter.Id id, DoubleSupplier count, DoubleSupplier sum) {
    line(id, Type.SUMMARY, "_sum", Naming.labels(id), sum);
    line(id, Type.SUMMARY, "_count", Naming.labels(id), count);
  }

  private void line(Meter.Id id, Type type, String suffix, DoubleSupplier value) {
    line(id, type, suffix, Naming.labels(id), value);
  }

  /// The series of gauges with a suffix make a family of their own.
  private void line(Meter.Id id, Type type, String suffix, Labels labels, DoubleSupplier value) {
    var name = Naming.family(id);
    var family = type == Type.GAUGE ? name + suffix : name;
    families
        .computeIfAbsent(
            family,
            _ ->
                new Family(
                    new Metric(family, type, Naming.help(id), Naming.unit(id)), new ArrayList<>()))
        .lines()
        .add(new Line(labels.with(Labels.NAME, name + suffix), value));
  }
}
