package io.gnomon.promql.agreement;

import io.gnomon.model.Labels;
import java.util.Map;
import java.util.TreeMap;

/// A fleet of demo targets whose every value is a function of instance, series and time: gauges
/// that wander, counters that restart, histograms (broken ones too), NaN and infinities, series
/// that come and go.
final class DemoFleet {
  static final int INSTANCES = 4;

  private static final String[] BOUNDS = {
    "0.001", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "+Inf"
  };

  private final Map<Labels, Double> page = new TreeMap<>();
  private final int instance;
  private final double now;

  private DemoFleet(int instance, double now) {
    this.instance = instance;
    this.now = now;
  }

  /// What an instance says at a time, in seconds; nothing while it is down.
  static Map<Labels, Double> page(int instance, double now) {
    var fleet = new DemoFleet(instance, now);
    if (instance == INSTANCES - 1 && now % 300 < 40) {
      return Map.of();
    }
    fleet.machine();
    fleet.requests();
    fleet.oddities();
    fleet.brokenHistograms();
    return fleet.page;
  }

  private void machine() {
    put("demo_num_cpus", 4 + 2 * (instance % 2));
    for (var mode : new String[] {"idle", "user", "system"}) {
      put("demo_cpu_usage_seconds_total", grown(1 + noise(mode), mode) / 7, "mode", mode);
    }
    put("demo_disk_usage_bytes", 2e10 + 5e9 * smooth(3600, "disk") + 1e5 * (now % 7200));
    put("demo_disk_total_bytes", 137438953472.0);
    for (var type : new String[] {"used", "free", "buffers", "cached"}) {
      put("demo_memory_usage_bytes", Math.floor(4e9 * smooth(900, type)), "type", type);
    }
    double last = Math.floor(now / 60 - noise("batch")) * 60 + 17.25;
    put("demo_batch_last_success_timestamp_seconds", (long) (now / 60) % 4 == 0 ? last - 60 : last);
    put("demo_items_shipped_total", grown(2.5, "items"));
    for (var queue : new String[] {"mail", "sms", "push"}) {
      put("demo_queue_length", Math.floor(50 * smooth(150, queue)), "queue", queue);
      put("demo_queue_limit", 25 + queue.length(), "queue", queue);
    }
  }

  private void requests() {
    for (var method : new String[] {"GET", "POST"}) {
      for (var status : new String[] {"200", "500"}) {
        double count = grown(status.equals("200") ? 9 : 0.5, method + status);
        var labels = new String[] {"method", method, "status", status, "le", ""};
        for (var bound : BOUNDS) {
          labels[5] = bound;
          double share = 1 - Math.exp(-number(bound) / (0.02 * (1 + noise(method))));
          put("demo_api_request_duration_seconds_bucket", Math.floor(count * share), labels);
        }
        put(
            "demo_api_request_duration_seconds_sum",
            count * 0.02,
            "method",
            method,
            "status",
            status);
        put("demo_api_request_duration_seconds_count", count, "method", method, "status", status);
      }
    }
  }

  private void oddities() {
    for (int every : new int[] {97, 240, 3600}) {
      double value = Math.floor((now + 31 * instance) % every * (3 + instance));
      put("demo_resets_total", value, "every", "" + every);
    }
    if ((long) (now / 10 + instance) % 6 > 1) {
      put("demo_intermittent_metric", 1);
    }
    for (int shard = 0; shard < 6; shard++) {
      if (noise("flap" + shard + (long) (now / 45)) < 0.6) {
        put("demo_flapping", Math.floor(100 * smooth(300, "s" + shard)), "shard", "" + shard);
      }
    }
    put("demo_special", Double.NaN, "kind", "nan");
    put("demo_special", Double.POSITIVE_INFINITY, "kind", "inf");
    put("demo_special", -0.0, "kind", "nzero");
    put("demo_special", 1e-300, "kind", "tiny");
    double[] mixed = {Double.NaN, 1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, 3};
    put("demo_special", mixed[(int) ((now / 20 + instance) % 6)], "kind", "mixed");
    put("demo_negative", -50 * smooth(200, "cellar"), "room", "cellar");
    put("demo_negative", 60 * smooth(200, "attic") - 30, "room", "attic");
    put("demo_build_info", 1, "version", "1." + instance + "." + (long) (now / 1800) % 3);
    put("demo_labels", 1, "text", "say \"hi\"\n", "n", "1");
    put("demo_labels", 4, "text", "häßlich ✓", "n", "4");
  }

  private void brokenHistograms() {
    var bounds = new String[] {"0.1", "0.5", "1", "5", "+Inf"};
    var counts = new double[] {0, 6, 4, 9, 10};
    for (int i = 0; i < bounds.length; i++) {
      put("demo_broken_bucket", grown(counts[i], "b"), "kind", "nonmonotonic", "le", bounds[i]);
      if (i < 4) {
        put("demo_broken_bucket", grown(counts[i], "b"), "kind", "noinf", "le", bounds[i]);
      }
    }
    put("demo_broken_bucket", grown(3, "b"), "kind", "bad", "le", "three");
    put("demo_broken_bucket", grown(7, "b"), "kind", "only_inf", "le", "+Inf");
    put("demo_broken_bucket", grown(2, "b"), "kind", "negative", "le", "-1");
    put("demo_broken_bucket", grown(9, "b"), "kind", "negative", "le", "+Inf");
  }

  private void put(String name, double value, String... pairs) {
    page.put(
        Labels.of(pairs)
            .with(
                Labels.of(
                    "__name__",
                    name,
                    "instance",
                    "demo.promlabs.com:1000" + instance,
                    "job",
                    "demo")),
        value);
  }

  private static double number(String bound) {
    return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
  }

  /// In [0, 1), the same for the same key.
  private double noise(String key) {
    return ((key + instance).hashCode() * 0x9E3779B1L >>> 8 & 0xFFFFFF) / (double) 0x1000000;
  }

  /// A curve in [0, 1) that wanders.
  private double smooth(double period, String key) {
    return 0.5
        + 0.3 * Math.sin(2 * Math.PI * (now / period + noise(key)))
        + 0.15 * Math.sin(2 * Math.PI * (now / period * 3.7 + noise(key + "2")));
  }

  /// A counter that grows by about `rate` a second, unevenly, in whole steps.
  private double grown(double rate, String key) {
    double age = now - AgreementData.START / 1000.0 + 100;
    return Math.floor(rate * (age + 20 * Math.sin(age / 31 + 6 * noise(key))));
  }
}
