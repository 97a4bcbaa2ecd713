package io.gnomon.web;

import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.micrometer.SelfRegistry;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.rules.Alerting;
import io.gnomon.store.Store;
import io.gnomon.web.api.Queries;
import io.gnomon.web.config.Config;
import io.gnomon.web.config.ConfigReader;
import io.gnomon.web.config.RuleFiles;
import io.gnomon.web.page.Dashboards;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A real server over a real store whose samples a test puts in; its clock stands still. Nothing is
/// collected and no rule is evaluated.
final class House implements AutoCloseable {
  static final long NOW = 1_795_336_000_100L;

  private final Store store;
  private final Alerting alerting;
  private final CollectorRunner collectors;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  House(Path folder) throws Exception {
    this(folder, "");
  }

  House(Path folder, String yaml) throws Exception {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOW));
    var file = Files.writeString(folder.resolve("gnomon.yml"), yaml);
    Config config = new ConfigReader(List.of(), Map.of()).read(file);
    store = Store.open(folder.resolve("data"), config.storage().options());
    var engine = new Engine(store, Options.DEFAULT);
    var meters = new SelfRegistry();
    collectors = new CollectorRunner(store::appender, clock, meters);
    alerting =
        Alerting.open(
            folder.resolve("data"),
            new Alerting.Surroundings(
                engine,
                Limits.DEFAULT,
                store::appender,
                Labels.EMPTY,
                "http://gnomon",
                Duration.ZERO,
                clock),
            new Alerting.Plan(RuleFiles.read(config), config.notifying()));
    var dashboards = Dashboards.read(config);
    var parts =
        new Parts(
            store,
            new Queries(engine, Limits.DEFAULT, 4, Duration.ofSeconds(10), meters),
            Options.DEFAULT,
            collectors,
            alerting,
            meters,
            clock,
            () -> config,
            () -> dashboards,
            () -> {},
            () -> "");
    server = new WebServer(config.web().on(0), new Routes(parts)::add);
    server.start();
  }

  /// Stores one value a second before the other, the last at the house's time.
  void put(Labels series, double... values) {
    try (var appender = store.appender(series.toString())) {
      appender.describe(new Metric(series.metric(), Metric.Type.GAUGE, "of a test", ""));
      for (int i = 0; i < values.length; i++) {
        appender.begin(NOW - 1000L * (values.length - 1 - i));
        appender.put(appender.column(series), values[i]);
        appender.commit();
      }
    }
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    server.close();
    collectors.close();
    alerting.close();
    store.close();
  }
}
