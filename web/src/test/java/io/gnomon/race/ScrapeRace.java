package io.gnomon.race;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Lets Prometheus, VictoriaMetrics and Gnomon scrape the same recorded pages, ten times a second,
/// one program after the other, and prints what a sample cost each: CPU, memory, disk. Arguments: a
/// folder to work in, the folder of recordings, the binaries of Prometheus and VictoriaMetrics, the
/// launcher.
final class ScrapeRace {
  private static final int SECONDS = 60;

  private interface Starter {
    Server start(Path folder) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createDirectories(Path.of(args[0]));
    var recordings = new ArrayList<Recording>();
    try (var files = Files.newDirectoryStream(Path.of(args[1]), "*.prom.gz")) {
      for (var file : files) {
        recordings.add(Recording.read(file));
      }
    }
    System.out.println(
        "| program | samples | CPU us a sample | resident MB | disk MB |\n|---|---|---|---|---|");
    run(
        recordings,
        folder.resolve("prometheus"),
        data -> Server.prometheus(Path.of(args[2]), data));
    run(recordings, folder.resolve("victoria"), data -> Server.victoria(Path.of(args[3]), data));
    run(recordings, folder.resolve("gnomon"), data -> Server.gnomon(Path.of(args[4]), data));
  }

  private static void run(List<Recording> recordings, Path folder, Starter starter)
      throws Exception {
    Files.createDirectories(folder);
    var exporters = new ArrayList<Exporter>();
    for (var recording : recordings) {
      exporters.add(new Exporter(recording));
    }
    Files.writeString(folder.resolve("prometheus.yml"), config(exporters));
    try (var server = starter.start(folder)) {
      measure(server, exporters, folder);
    } finally {
      exporters.forEach(Exporter::close);
    }
  }

  private static String config(List<Exporter> exporters) {
    var targets =
        exporters.stream().map(Exporter::address).collect(Collectors.joining("\", \"", "\"", "\""));
    return """
    global: {scrape_interval: 100ms, scrape_timeout: 100ms}
    scrape_configs:
      - job_name: race
        static_configs: [{targets: [%s]}]
    """
        .formatted(targets);
  }

  private static void measure(Server server, List<Exporter> exporters, Path folder)
      throws Exception {
    Thread.sleep(10_000);
    long samples = samples(exporters);
    double cpu = server.cpuSeconds();
    Thread.sleep(SECONDS * 1000);
    long counted = samples(exporters) - samples;
    System.out.printf(
        "| %s | %,d | %.2f | %d | %.1f |%n",
        server.name(),
        counted,
        (server.cpuSeconds() - cpu) * 1e6 / counted,
        server.residentMegabytes(),
        size(folder) / 1e6);
  }

  private static long samples(List<Exporter> exporters) {
    return exporters.stream().mapToLong(Exporter::samples).sum();
  }

  static long size(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
