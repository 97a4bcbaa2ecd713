package io.gnomon.race;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/// A program under comparison, started on a data directory of its own and asked over loopback.
record Server(String name, int port, Process process, HttpClient client) implements AutoCloseable {
  /// Starts Prometheus; a `prometheus.yml` in the folder counts.
  static Server prometheus(Path binary, Path data) throws Exception {
    return start(
        "Prometheus",
        "/-/ready",
        port ->
            List.of(
                binary.toString(),
                "--config.file=" + config(data),
                "--storage.tsdb.path=" + data.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-remote-write-receiver",
                "--log.level=error"));
  }

  static Server victoria(Path binary, Path data) throws Exception {
    return start(
        "VictoriaMetrics",
        "/health",
        port ->
            List.of(
                binary.toString(),
                "-storageDataPath=" + data.resolve("vm"),
                "-httpListenAddr=127.0.0.1:" + port,
                "-promscrape.config=" + config(data),
                "-retentionPeriod=12",
                "-search.disableCache",
                "-loggerLevel=ERROR",
                "-search.maxQueryDuration=5m"));
  }

  static Server gnomon(Path launcher, Path data) throws Exception {
    return start(
        "Gnomon",
        "/-/ready",
        port ->
            List.of(
                launcher.toString(),
                "serve",
                "--config=" + config(data),
                "--web.listen-address=127.0.0.1:" + port,
                "--storage.tsdb.path=" + data));
  }

  private static Path config(Path data) {
    var file = data.resolve("prometheus.yml");
    try {
      return Files.exists(file)
          ? file
          : Files.writeString(file, "global: {scrape_interval: 15s}\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Server start(String name, String ready, IntFunction<List<String>> command)
      throws Exception {
    int port = freePort();
    var process = new ProcessBuilder(command.apply(port)).inheritIO().start();
    var server = new Server(name, port, process, HttpClient.newHttpClient());
    server.await(ready);
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await(String path) throws Exception {
    for (int i = 0; i < 600; i++) {
      try {
        if (get(path).startsWith("200")) {
          return;
        }
      } catch (IOException notYet) {
        // the port is not open yet
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(name + " does not become ready");
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// Status and body of a GET.
  String get(String path) throws IOException, InterruptedException {
    var answer = client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  String ask(Question question, Fleet fleet) throws Exception {
    return get(
        "/api/v1/"
            + question.path(fleet)
            + "&query="
            + URLEncoder.encode(question.expr(), StandardCharsets.UTF_8));
  }

  long residentMegabytes() throws IOException {
    var status = Files.readString(Path.of("/proc", "" + process.pid(), "status"));
    return Long.parseLong(status.replaceAll("(?s).*VmRSS:\\s+(\\d+).*", "$1")) / 1024;
  }

  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
  }

  String cost() throws IOException {
    return residentMegabytes() + " MB resident, " + cpuSeconds() + " s CPU";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    client.close();
  }
}
