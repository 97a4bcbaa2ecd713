package io.gnomon.race;

import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Asks Prometheus, VictoriaMetrics and Gnomon the same ten queries over the same day of 8,000
/// series, in one run, and prints the medians. Arguments: a folder to work in, the binaries of
/// Prometheus and VictoriaMetrics, Gnomon's launcher.
final class QueryRace {
  private static final int DAY = 24 * 60 * 4;
  private static final int BATCH = 60;

  public static void main(String[] args) throws Exception {
    var folder = Files.createDirectories(Path.of(args[0]));
    long end = System.currentTimeMillis() / Fleet.STEP * Fleet.STEP;
    var fleet = new Fleet(end - (long) (DAY - 1) * Fleet.STEP, DAY);
    var data = values(fleet);
    try (var prometheus = Server.prometheus(Path.of(args[1]), made(folder, "prometheus"));
        var victoria = Server.victoria(Path.of(args[2]), made(folder, "victoria"))) {
      fill(prometheus, fleet, data);
      fill(victoria, fleet, data);
      store(made(folder, "gnomon"), fleet, data);
      try (var gnomon = Server.gnomon(Path.of(args[3]), folder.resolve("gnomon"))) {
        run(List.of(prometheus, victoria, gnomon), fleet);
      }
    }
  }

  private static Path made(Path folder, String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }

  private static double[][] values(Fleet fleet) {
    var data = new double[fleet.series().size()][fleet.samples];
    for (int i = 0; i < data.length; i++) {
      fleet.values(i, data[i]);
    }
    return data;
  }

  private static void fill(Server server, Fleet fleet, double[][] data) throws Exception {
    long began = System.nanoTime();
    try (var write = new RemoteWrite(server.uri("/api/v1/write"))) {
      for (int from = 0; from < fleet.samples; from += BATCH) {
        for (int i = 0; i < data.length; i++) {
          write.add(
              fleet.series().get(i).labels(),
              fleet,
              data[i],
              from,
              Math.min(from + BATCH, fleet.samples));
          if (i % 1000 == 999 || i == data.length - 1) {
            write.send();
          }
        }
      }
    }
    System.out.printf(
        "%s took %.1f s for %,d samples by remote write, %s%n",
        server.name(),
        (System.nanoTime() - began) / 1e9,
        (long) data.length * fleet.samples,
        server.cost());
  }

  private static void store(Path folder, Fleet fleet, double[][] data) throws Exception {
    long began = System.nanoTime();
    try (var store = Store.open(folder, new StoreOptions(2L << 30, 30L * 86_400_000, false));
        var appender = store.appender("fleet")) {
      var columns =
          fleet.series().stream().mapToInt(series -> appender.column(series.labels())).toArray();
      for (int at = 0; at < fleet.samples; at++) {
        appender.begin(fleet.at(at));
        for (int i = 0; i < data.length; i++) {
          appender.put(columns[i], data[i][at]);
        }
        appender.commit();
      }
    }
    System.out.printf(
        "Gnomon took %.1f s for %,d samples by appending rows%n",
        (System.nanoTime() - began) / 1e9, (long) data.length * fleet.samples);
  }

  private static void run(List<Server> servers, Fleet fleet) throws Exception {
    System.out.println(
        "| median ms | " + String.join(" | ", servers.stream().map(Server::name).toList()) + " |");
    System.out.println("|---|" + "---|".repeat(servers.size()));
    for (var question : Question.ALL) {
      var cells = new ArrayList<String>();
      for (var server : servers) {
        cells.add(String.format("%.2f", median(server, question, fleet)));
      }
      System.out.println("| " + question.name() + " | " + String.join(" | ", cells) + " |");
    }
    for (var server : servers) {
      System.out.println(server.name() + ": " + server.cost());
    }
  }

  private static double median(Server server, Question question, Fleet fleet) throws Exception {
    var warm = server.ask(question, fleet);
    if (!warm.startsWith("200")) {
      throw new IllegalStateException(server.name() + ": " + question.expr() + ": " + warm);
    }
    var millis = new double[question.isInstant() ? 31 : 9];
    for (int i = 0; i < 2 * millis.length; i++) {
      long began = System.nanoTime();
      server.ask(question, fleet);
      millis[i % millis.length] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }
}
