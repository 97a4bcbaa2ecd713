package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.gnomon.web.config.Config;
import io.gnomon.web.config.ConfigReader;
import io.gnomon.web.yaml.ConfigException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program in one process, on a port of its own.
class GnomonTest {
  @TempDir private Path folder;

  private Config read() throws ConfigException {
    return new ConfigReader(Gnomon.collectorTypes(), Map.of()).read(folder.resolve("gnomon.yml"));
  }

  private void write(String rest) throws Exception {
    Files.writeString(
        folder.resolve("gnomon.yml"),
        "web: {listen: '127.0.0.1:0'}\nstorage: {path: data}\nglobal: {scrape_interval: 1s}\n"
            + rest);
  }

  @Test
  void collectsFromThisMachineAndFromItself() throws Exception {
    write("");
    try (var gnomon = Gnomon.start(read())) {
      gnomon.meterRegistry().counter("orders").increment(3);
      assertThat(eventually(gnomon, "node_load1")).contains("\"job\":\"node\"");
      assertThat(eventually(gnomon, "orders_total")).contains("\"job\":\"gnomon\"", "\"3\"");
      assertThat(get(gnomon, "/metrics")).contains("# TYPE orders_total counter");
      assertThat(get(gnomon, "/")).contains("node", "gnomon");
    }
  }

  @Test
  void aBadFileChangesNothingAndSaysWhy() throws Exception {
    write("scrape_configs: [{job_name: old, static_configs: [{targets: ['127.0.0.1:1']}]}]");
    try (var gnomon = Gnomon.start(this::read)) {
      write(
          "scrape_configs: [{job_name: new, static_configs: [{targets: ['127.0.0.1:1']}], x: 1}]");
      assertThatThrownBy(gnomon::reload).hasMessageContaining("scrape_configs[0].x: unknown key");
      assertThat(get(gnomon, "/api/v1/targets")).contains("\"scrapePool\":\"old\"");

      write("scrape_configs: [{job_name: new, static_configs: [{targets: ['127.0.0.1:1']}]}]");
      gnomon.reload();
      assertThat(get(gnomon, "/api/v1/targets"))
          .contains("\"scrapePool\":\"new\"")
          .doesNotContain("\"scrapePool\":\"old\"");
    }
  }

  @Test
  void goesOnWithItsDataAfterARestart() throws Exception {
    write("");
    try (var first = Gnomon.start(read())) {
      assertThat(eventually(first, "node_load1")).contains("node");
    }
    try (var second = Gnomon.start(read())) {
      assertThat(get(second, "/api/v1/query?query=count_over_time(node_load1%5B1m%5D)"))
          .contains("\"job\":\"node\"");
    }
  }

  @Test
  void tellsAWebhookWhenAnAlertBeginsAndEnds() throws Exception {
    var heard = new LinkedBlockingQueue<String>();
    var hook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    hook.start();
    write(
        """
        rule_files: [rules.yml]
        builtin_rules: false
        route: { receiver: hook, group_wait: 0s, group_interval: 1s }
        receivers: [{ name: hook, webhook_configs: [{ url: 'http://127.0.0.1:%d/' }] }]
        """
            .formatted(hook.getAddress().getPort()));
    writeRule("node_load1 >= 0");
    try (var gnomon = Gnomon.start(this::read)) {
      assertThat(heard.poll(30, TimeUnit.SECONDS))
          .contains("\"status\":\"firing\"", "\"alertname\":\"Load\"", "\"version\":\"4\"");
      writeRule("node_load1 < 0");
      gnomon.reload();
      assertThat(nextBut("\"status\":\"firing\"", heard)).contains("\"status\":\"resolved\"");
    } finally {
      hook.stop(0);
    }
  }

  /// The next message of another kind: one that was under way at the reload is told again.
  private static String nextBut(String kind, BlockingQueue<String> heard) throws Exception {
    String message;
    do {
      message = heard.poll(30, TimeUnit.SECONDS);
    } while (message != null && message.contains("\"receiver\":\"hook\"," + kind));
    return message;
  }

  private void writeRule(String expr) throws Exception {
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: g, interval: 1s, rules: [{alert: Load, expr: '" + expr + "'}]}]");
  }

  private static String eventually(Gnomon gnomon, String query) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String answer;
    do {
      answer = get(gnomon, "/api/v1/query?query=" + query);
    } while (answer.contains("\"result\":[]") && System.nanoTime() < end && pause());
    return answer;
  }

  private static boolean pause() throws InterruptedException {
    Thread.sleep(100);
    return true;
  }

  private static String get(Gnomon gnomon, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + gnomon.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }
}
