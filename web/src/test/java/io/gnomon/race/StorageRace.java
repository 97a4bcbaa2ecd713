package io.gnomon.race;

import io.gnomon.collect.exposition.ExpositionParser;
import io.gnomon.collect.exposition.Format;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.io.BufferedWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Stores the same recorded pages, played several times over, in Prometheus's blocks, in
/// VictoriaMetrics and in Gnomon, and prints what a sample takes on the disk. Arguments: a folder
/// to work in, the folder of recordings, promtool's binary, VictoriaMetrics's.
final class StorageRace {
  private static final int TIMES = 5;
  private static final long STEP = 15_000;

  private final List<Recording> recordings = new ArrayList<>();
  private final long start;
  private long samples;

  private StorageRace(Path folder) throws Exception {
    try (var files = Files.newDirectoryStream(folder, "*.prom.gz")) {
      for (var file : files) {
        recordings.add(Recording.read(file));
      }
    }
    start = (System.currentTimeMillis() / 7_200_000 - 5) * 7_200_000;
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createDirectories(Path.of(args[0]));
    var race = new StorageRace(Path.of(args[1]));
    var ours = race.gnomon(folder.resolve("gnomon"));
    var text = race.text(folder.resolve("samples.txt"));
    System.out.println("| program | samples | bytes a sample, whole directory |\n|---|---|---|");
    race.print("Prometheus", prometheus(Path.of(args[2]), text, folder.resolve("blocks")));
    race.print("VictoriaMetrics", victoria(Path.of(args[3]), text, folder.resolve("victoria")));
    race.print("Gnomon", ours);
  }

  private void print(String name, double bytes) {
    System.out.printf("| %s | %,d | %.3f |%n", name, samples, bytes / samples);
  }

  /// Bytes of the ring's frames, scaled to all samples: the newest rows still wait to be sealed.
  private double gnomon(Path folder) throws Exception {
    try (var store = Store.open(folder, new StoreOptions(1L << 30, 30L * 86_400_000, false))) {
      for (var recording : recordings) {
        play(recording, store);
      }
      var stats = store.stats();
      return (double) stats.sealedBytes() / stats.sealedSamples() * samples;
    }
  }

  private void play(Recording recording, Store store) throws Exception {
    var parser = new ExpositionParser();
    try (var appender = store.appender(recording.name())) {
      for (int row = 0; row < TIMES * recording.pages().size(); row++) {
        byte[] page = recording.pages().get(row % recording.pages().size());
        appender.begin(start + row * STEP);
        parser.text().clear();
        parser.text().add(page, 0, page.length);
        parser.parse(Format.TEXT, appender);
        samples += appender.size();
        appender.commit();
      }
    }
  }

  /// All samples as lines with a job and a time in milliseconds.
  private Path text(Path file) throws Exception {
    try (var out = Files.newBufferedWriter(file)) {
      for (var recording : recordings) {
        for (int row = 0; row < TIMES * recording.pages().size(); row++) {
          byte[] page = recording.pages().get(row % recording.pages().size());
          write(
              new String(page, StandardCharsets.UTF_8), recording.name(), start + row * STEP, out);
        }
      }
    }
    return file;
  }

  private static void write(String page, String job, long time, BufferedWriter out)
      throws Exception {
    for (var line : page.split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int value = line.lastIndexOf(' ');
        var series = line.substring(0, value);
        var label = "job=\"" + job + "\"";
        int brace = series.lastIndexOf('}');
        out.write(
            brace < 0
                ? series + "{" + label + "}"
                : series.substring(0, brace) + "," + label + "}");
        out.write(line.substring(value) + " " + time + "\n");
      }
    }
  }

  /// OpenMetrics wants seconds and an end.
  private static double prometheus(Path promtool, Path text, Path blocks) throws Exception {
    var open = text.resolveSibling("samples.om");
    try (var out = Files.newBufferedWriter(open);
        var lines = Files.lines(text)) {
      for (var line : (Iterable<String>) lines::iterator) {
        int time = line.length() - 3;
        out.write(line.substring(0, time) + "." + line.substring(time) + "\n");
      }
      out.write("# EOF\n");
    }
    var command =
        List.of(
            promtool.toString(),
            "tsdb",
            "create-blocks-from",
            "openmetrics",
            open.toString(),
            blocks.toString());
    if (new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(text.resolveSibling("promtool.log").toFile())
            .start()
            .waitFor()
        != 0) {
      throw new IllegalStateException("promtool failed: see promtool.log");
    }
    return ScrapeRace.size(blocks);
  }

  private static double victoria(Path binary, Path text, Path folder) throws Exception {
    Files.createDirectories(folder);
    try (var server = Server.victoria(binary, folder)) {
      var post = HttpRequest.newBuilder(server.uri("/api/v1/import/prometheus"));
      server
          .client()
          .send(
              post.POST(HttpRequest.BodyPublishers.ofFile(text)).build(), BodyHandlers.ofString());
      server.get("/internal/force_flush");
      server.get("/internal/force_merge");
      Thread.sleep(15_000);
    }
    return ScrapeRace.size(folder);
  }
}
