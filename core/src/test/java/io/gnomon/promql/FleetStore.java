package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// A day of 15 s samples of 50 machines in a real store, of the metrics that a query names.
final class FleetStore implements AutoCloseable {
  static final long START = 1_795_219_200_000L;
  static final long STEP = 15_000;
  static final int SAMPLES = 5760;
  static final long END = START + (SAMPLES - 1) * STEP;

  private static final int MACHINES = 50;
  private static final String[] BOUNDS = {
    "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "+Inf"
  };

  private final Path folder;
  private final Store store;
  private final List<Labels> series = new ArrayList<>();

  FleetStore(String query) throws IOException {
    folder = Files.createTempDirectory("fleet");
    store = Store.open(folder, new StoreOptions(2L << 30, 400L * 86_400_000, false));
    for (int machine = 0; machine < MACHINES; machine++) {
      machine("10.0.0.%d:9100".formatted(machine), query);
    }
    fill();
  }

  private void machine(String instance, String query) {
    if (query.contains("node_cpu_seconds_total")) {
      for (int i = 0; i < 64; i++) {
        add("node_cpu_seconds_total", instance, "cpu", "" + i / 8, "mode", "m" + i % 8);
      }
    }
    if (query.contains("http_requests_total")) {
      for (int i = 0; i < 50; i++) {
        add("http_requests_total", instance, "path", "/" + i / 5, "status", status(i % 5));
      }
    }
    if (query.contains("node_memory_bank_bytes")) {
      for (int i = 0; i < 6; i++) {
        add("node_memory_bank_bytes", instance, "bank", "" + i, "kind", "dimm");
      }
    }
    if (query.contains("queue_depth")) {
      for (int i = 0; i < 16; i++) {
        add("queue_depth", instance, "queue", "q" + i, "kind", "work");
      }
    }
    if (query.contains("_duration_seconds_bucket")) {
      for (int i = 0; i < 24; i++) {
        add(
            "http_request_duration_seconds_bucket",
            instance,
            "path",
            "/" + i / 12,
            "le",
            BOUNDS[i % 12]);
      }
    }
  }

  private static String status(int i) {
    return List.of("200", "201", "404", "500", "503").get(i);
  }

  private void add(String metric, String instance, String a, String x, String b, String y) {
    series.add(Labels.of(Labels.NAME, metric, "instance", instance, "job", "fleet", a, x, b, y));
  }

  private void fill() {
    var random = new Random(7);
    var values = new double[series.size()];
    try (var appender = store.appender("fleet")) {
      int[] columns = series.stream().mapToInt(appender::column).toArray();
      for (int at = 0; at < SAMPLES; at++) {
        appender.begin(START + at * STEP);
        for (int i = 0; i < values.length; i++) {
          values[i] = (at + i * 37) % 1500 == 0 ? 0 : values[i] + random.nextInt(3000) / 100.0;
          appender.put(columns[i], values[i]);
        }
        appender.commit();
      }
    }
  }

  Store store() {
    return store;
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
