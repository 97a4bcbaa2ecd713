package io.gnomon.promql.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A real Prometheus in a process of its own.
final class Prometheus implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  private Prometheus(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// The program that `-Dpromql.prometheus` names, or the one on the path.
  static Optional<Path> program() {
    var named = System.getProperty("promql.prometheus");
    var onPath =
        Arrays.stream(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, "prometheus"));
    return named == null
        ? onPath.filter(Files::isExecutable).findFirst()
        : Optional.of(Path.of(named));
  }

  static Prometheus start(Path program, Path directory) throws IOException {
    var config = Files.writeString(directory.resolve("prometheus.yml"), "{}\n");
    int port = freePort();
    var process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--storage.tsdb.retention.time=100y",
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-remote-write-receiver",
                "--enable-feature=promql-experimental-functions")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    var prometheus = new Prometheus(process, URI.create("http://127.0.0.1:" + port));
    prometheus.awaitReady();
    return prometheus;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() {
    for (int i = 0; i < 300; i++) {
      try {
        if (send(HttpRequest.newBuilder(address.resolve("/-/ready")).build()).equals("200")) {
          return;
        }
        Thread.sleep(100);
      } catch (IOException notYet) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new IllegalStateException("Prometheus does not get ready");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    return String.valueOf(http.send(request, BodyHandlers.discarding()).statusCode());
  }

  String version() {
    return ask("/api/v1/status/buildinfo", Map.of()).at("/data/version").asText();
  }

  /// Takes samples in the order of their times, in several messages.
  void fill() {
    var batch = new RemoteWrite[] {new RemoteWrite()};
    int[] rounds = {0};
    AgreementData.feed(round -> {
      round.samples().forEach((labels, value) -> batch[0].add(labels, round.time(), value));
      if (++rounds[0] % 100 == 0) {
        write(batch[0]);
        batch[0] = new RemoteWrite();
      }
    });
    write(batch[0]);
  }

  private void write(RemoteWrite batch) {
    var request =
        HttpRequest.newBuilder(address.resolve("/api/v1/write"))
            .header("Content-Encoding", "snappy")
            .header("Content-Type", "application/x-protobuf")
            .header("X-Prometheus-Remote-Write-Version", "0.1.0")
            .POST(BodyPublishers.ofByteArray(batch.snappy()))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(response.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The whole answer of an API call.
  JsonNode ask(String path, Map<String, String> parameters) {
    var form =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/x-www-form-urlencoded");
    try {
      var built =
          form.isEmpty() ? request.build() : request.POST(BodyPublishers.ofString(form)).build();
      return JSON.readTree(http.send(built, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
