package io.gnomon.race;

import io.gnomon.model.Labels;
import java.util.ArrayList;
import java.util.List;

/// A made-up fleet of 50 machines and its 8,000 series, scraped every 15 s for a day: counters that
/// are reset now and then, histograms, gauges. The same seed gives the same values everywhere.
final class Fleet {
  static final int STEP = 15_000;
  static final int INSTANCES = 50;
  private static final String[] MODES = {
    "user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal"
  };
  private static final String[] BOUNDS = {
    "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "+Inf"
  };
  private static final String[] STATUSES = {"200", "201", "404", "500", "503"};

  /// One series and how it moves: a counter grows by up to `pace` a step, a gauge wanders around
  /// it.
  record Series(Labels labels, boolean counter, double pace) {}

  final long start;
  final int samples;
  private final List<Series> series = new ArrayList<>();

  Fleet(long start, int samples) {
    this.start = start;
    this.samples = samples;
    for (int i = 0; i < INSTANCES; i++) {
      machine("10.0.0." + i + ":9100");
      service("10.0.0." + i + ":8000");
    }
  }

  List<Series> series() {
    return series;
  }

  long at(int sample) {
    return start + (long) sample * STEP;
  }

  /// 64 CPU counters, 6 memory gauges, 16 queue depths, one identity.
  private void machine(String instance) {
    for (int cpu = 0; cpu < 8; cpu++) {
      for (var mode : MODES) {
        counter(10, "node_cpu_seconds_total", instance, "cpu", "" + cpu, "mode", mode);
      }
    }
    for (int bank = 0; bank < 6; bank++) {
      gauge(4e9, "node_memory_bank_bytes", instance, "bank", "" + bank);
    }
    for (int queue = 0; queue < 16; queue++) {
      gauge(100, "queue_depth", instance, "queue", "q" + queue);
    }
    gauge(1, "node_info", instance, "release", "6.1." + instance.hashCode() % 7);
  }

  /// 50 request counters and 24 histogram buckets with a sum.
  private void service(String instance) {
    for (int path = 0; path < 10; path++) {
      for (var status : STATUSES) {
        counter(30, "http_requests_total", instance, "path", "/api/" + path, "status", status);
      }
    }
    for (int path = 0; path < 2; path++) {
      for (int i = 0; i < BOUNDS.length; i++) {
        var bound = BOUNDS[i];
        counter(
            4 + 4 * i,
            "http_request_duration_seconds_bucket",
            instance,
            "path",
            "/api/" + path,
            "le",
            bound);
      }
    }
  }

  private void counter(double pace, String metric, String instance, String... labels) {
    series.add(new Series(labels(metric, instance, labels), true, pace));
  }

  private void gauge(double pace, String metric, String instance, String... labels) {
    series.add(new Series(labels(metric, instance, labels), false, pace));
  }

  private static Labels labels(String metric, String instance, String... more) {
    return Labels.of(more)
        .with(Labels.of(Labels.NAME, metric, "instance", instance, "job", "fleet"));
  }

  /// The values of one series, a function of its number alone.
  void values(int number, double[] into) {
    var of = series.get(number);
    var random = new java.util.SplittableRandom(number * 0x9E3779B97F4A7C15L);
    double value = of.counter ? random.nextInt(100_000) : of.pace;
    for (int i = 0; i < samples; i++) {
      value = of.counter ? counted(value, of, random, i + number * 37) : wandered(of, random);
      into[i] = value;
    }
  }

  private static double counted(
      double value, Series of, java.util.SplittableRandom random, int moment) {
    return moment % 1500 == 0 ? 0 : value + Math.rint(random.nextDouble() * of.pace * 100) / 100;
  }

  private static double wandered(Series of, java.util.SplittableRandom random) {
    return Math.rint(of.pace * (0.9 + 0.2 * random.nextDouble()));
  }
}
