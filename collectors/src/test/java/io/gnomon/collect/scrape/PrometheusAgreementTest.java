package io.gnomon.collect.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.gnomon.collect.Await;
import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.Live;
import io.gnomon.collect.RunningStore;
import io.gnomon.collect.StoredSeries;
import io.gnomon.collect.Timing;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.store.Store;
import io.gnomon.store.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus and we read the same configuration and the same pages, one of them Debian's
/// node_exporter's.
class PrometheusAgreementTest {
  private static final String PAGE =
      """
      # HELP http_requests_total Requests.
      # TYPE http_requests_total counter
      http_requests_total{code="200",method="get",path="/api/users/7"} 10
      http_requests_total{code="500",method="get",path="/api/users/8"} 1e3
      http_requests_total{code="503",method="post",path="/login"} 0.1
      http_in_progress 4
      # TYPE rpc_seconds summary
      rpc_seconds{quantile="0.5"} NaN
      rpc_seconds{quantile="1"} +Inf
      rpc_seconds_sum 1.7560473e+07
      rpc_seconds_count 2693
      # TYPE latency histogram
      latency_bucket{le="1"} 5
      latency_bucket{le="+Inf"} 6
      taken{job="inner",instance="there",exported_job="far"} 1
      escaped{text="a\\\\b\\"c\\nd"} 12345678901234567890
      """;
  private static final String OPEN_METRICS =
      """
      # TYPE a counter
      # UNIT a_seconds seconds
      a_total{x="y"} 5 # {trace_id="abc"} 1.0 1600000000.0
      a_created{x="y"} 1.6e9
      # TYPE h histogram
      h_bucket{le="1.0"} 1 # {} 0.5
      h_bucket{le="+Inf"} 2
      h_count 2
      h_sum 3.5
      # EOF
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Process> processes = new ArrayList<>();

  @TempDir Path directory;

  @AfterEach
  void stop() throws InterruptedException {
    for (var process : processes) {
      process.destroy();
      process.waitFor();
    }
    http.close();
  }

  @Test
  void findsAndStoresWhatPrometheusDoes() throws Exception {
    var prometheus = Live.program("prometheus");
    var server = serve(nodeExportersPage());
    try {
      var config = configuration(server.getAddress().getPort());
      var address = start(prometheus, config);
      try (var running = RunningStore.open(directory.resolve("ours"));
          var discovery = new Discovery(running.runner(), directory)) {
        var second = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(1));
        discovery.use(List.of(), Yaml.scrapeConfigs(config), second);
        awaitBoth(running, address);

        assertThat(ourTargets(running.runner())).isEqualTo(theirTargets(address));
        assertThat(ourSeries(running.store()))
            .containsExactlyInAnyOrderElementsOf(theirSeries(address));
      }
    } finally {
      server.stop(0);
    }
  }

  private static String configuration(int port) throws IOException {
    try (var in = PrometheusAgreementTest.class.getResourceAsStream("/scrape/agreement.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("SERVER", "\"127.0.0.1:" + port + "\"");
    }
  }

  private String nodeExportersPage() throws Exception {
    var exporter = Live.program("prometheus-node-exporter");
    var address = "127.0.0.1:" + freePort();
    run(List.of(exporter.toString(), "--web.listen-address=" + address), "node.log");
    Await.until("node_exporter answers", () -> get(address, "/metrics").contains("node_load1"));
    return get(address, "/metrics");
  }

  private static HttpServer serve(String nodePage) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page(server, "/node", "text/plain; version=0.0.4", nodePage);
    page(server, "/page", "text/plain; version=0.0.4", PAGE);
    page(server, "/timed", "text/plain", "timed 7 " + (System.currentTimeMillis() - 5000) + "\n");
    page(server, "/openmetrics", "application/openmetrics-text; version=1.0.0", OPEN_METRICS);
    page(server, "/broken", "text/plain; version=0.0.4", "a 1\nb x\n");
    server.start();
    return server;
  }

  private static void page(HttpServer server, String path, String type, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private String start(Path prometheus, String config) throws Exception {
    var file = Files.writeString(directory.resolve("prometheus.yml"), config);
    var address = "127.0.0.1:" + freePort();
    run(
        List.of(
            prometheus.toString(),
            "--config.file=" + file,
            "--storage.tsdb.path=" + directory.resolve("theirs"),
            "--web.listen-address=" + address),
        "prometheus.log");
    Await.until("Prometheus is ready", () -> get(address, "/-/ready").contains("Ready"));
    return address;
  }

  private void run(List<String> command, String log) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(log).toFile())
            .start());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Scraped thrice each: then what a first scrape adds is no longer among the newest values.
  private void awaitBoth(RunningStore running, String address) throws InterruptedException {
    var begun = running.runner().states();
    Await.until(
        "we have scraped every target thrice",
        () ->
            begun.stream().allMatch(state -> timesScraped(running, state.target().labels()) >= 3));
    Await.until(
        "Prometheus has scraped every target thrice",
        () -> query(address, "count(count_over_time(up[1m]) >= 3) == " + begun.size()).size() == 1);
  }

  private static int timesScraped(RunningStore running, Labels target) {
    var window = new Window();
    var up = target.with(Labels.NAME, "up");
    for (int id : running.store().select(List.of(Matcher.equal(Labels.NAME, "up")))) {
      if (running.store().labels(id).equals(up)) {
        return running.store().read(id, 0, Long.MAX_VALUE, window);
      }
    }
    return 0;
  }

  private static Map<String, String> ourTargets(CollectorRunner runner) {
    var targets = new TreeMap<String, String>();
    for (var state : runner.states()) {
      targets.put(state.target().labels().toString(), state.target().url() + " " + state.health());
    }
    return targets;
  }

  private Map<String, String> theirTargets(String address) throws IOException {
    var targets = new TreeMap<String, String>();
    var answer = json.readTree(get(address, "/api/v1/targets?state=active"));
    for (var target : answer.at("/data/activeTargets")) {
      targets.put(
          labels(target.get("labels")).toString(),
          target.get("scrapeUrl").asText() + " " + target.get("health").asText().toUpperCase());
    }
    return targets;
  }

  private static TreeSet<String> ourSeries(Store store) {
    var series = new TreeSet<String>();
    StoredSeries.newest(store).forEach((labels, value) -> series.add(labels + " " + value));
    series.removeIf(PrometheusAgreementTest::isNeverTheSame);
    return series;
  }

  private TreeSet<String> theirSeries(String address) {
    var series = new TreeSet<String>();
    for (var result : query(address, "{__name__!=\"\"}")) {
      series.add(labels(result.get("metric")) + " " + number(result.at("/value/1").asText()));
    }
    series.removeIf(PrometheusAgreementTest::isNeverTheSame);
    return series;
  }

  /// Times differ; and of a page beyond its sample limit we read no more, where Prometheus goes on
  /// counting.
  private static boolean isNeverTheSame(String series) {
    return series.startsWith("scrape_duration_seconds")
        || series.startsWith("scrape_samples_") && series.contains("job=\"limited\"");
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static Labels labels(JsonNode node) {
    var labels = new TreeMap<String, String>();
    node.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return Labels.of(labels);
  }

  private JsonNode query(String address, String expression) {
    try {
      var query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
      return json.readTree(get(address, "/api/v1/query?query=" + query)).at("/data/result");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String get(String address, String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://" + address + path)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "{}";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
