package io.gnomon.store;

import io.gnomon.model.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/// What the metric families said of themselves. Kept in a file between runs, a line a family: name,
/// type, unit and help with tabs between them. A crash loses what came since the start, until the
/// next scrape says it again.
final class MetricBook {
  private final Path file;
  private final ConcurrentSkipListMap<String, Metric> byName = new ConcurrentSkipListMap<>();

  MetricBook(Path file) {
    this.file = file;
  }

  void put(Metric metric) {
    byName.put(metric.name(), metric);
  }

  List<Metric> all() {
    return List.copyOf(byName.values());
  }

  void load(Problems problems) {
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file, StandardCharsets.UTF_8).forEach(line -> put(parse(line)));
      }
    } catch (IOException | RuntimeException damaged) {
      problems.add(file + " cannot be read; the next scrapes say again what it held");
    }
  }

  void save(Problems problems) {
    var written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(written, byName.values().stream().map(MetricBook::print).toList());
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      problems.add(file + " cannot be written: " + e.getMessage());
    }
  }

  private static String print(Metric metric) {
    return String.join(
        "\t",
        escape(metric.name()),
        metric.type().name(),
        escape(metric.unit()),
        escape(metric.help()));
  }

  private static Metric parse(String line) {
    var part = line.split("\t", -1);
    return new Metric(
        part[0].translateEscapes(),
        Metric.Type.valueOf(part[1]),
        part[3].translateEscapes(),
        part[2].translateEscapes());
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
