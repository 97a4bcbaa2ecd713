package io.gnomon.web.command;

import io.gnomon.web.Gnomon;
import io.gnomon.web.config.Address;
import io.gnomon.web.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Serves for a moment on a free port with an empty data directory and reads its own pages: the run
/// that the JDK's AOT cache is made from (`java -XX:AOTCacheOutput=gnomon.aot -jar gnomon.jar
/// train`).
@Command(
    name = "train",
    hidden = true,
    description =
        "Serves for a moment and stops: for the JDK to learn which classes a start needs.",
    mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of(
          "/-/ready",
          "/",
          "/dashboards/system",
          "/targets",
          "/metrics",
          "/api/v1/query?query=sum(rate(node_cpu_seconds_total%5B5m%5D))",
          "/api/v1/labels");
  private static final int ROUNDS = 3;

  @Override
  public Integer call() throws Exception {
    var data = Files.createTempDirectory("gnomon");
    var options = new ServeOptions();
    options.path = data;
    options.listen = new Address("127.0.0.1", 0);
    var config = new ConfigReader(Gnomon.collectorTypes(), Map.of()).standard();
    try (var gnomon = Gnomon.start(options.over(config))) {
      for (int round = 0; round < ROUNDS; round++) {
        read(gnomon.port());
        Thread.sleep(1000);
      }
    } finally {
      delete(data);
    }
    return 0;
  }

  private static void read(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (var page : PAGES) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page));
        client.send(request.build(), BodyHandlers.discarding());
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
