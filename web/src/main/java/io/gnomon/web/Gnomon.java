package io.gnomon.web;

import io.gnomon.collect.CollectorType;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.store.Store;
import io.gnomon.web.access.Guard;
import io.gnomon.web.api.HealthApi;
import io.gnomon.web.api.Queries;
import io.gnomon.web.api.QueryApi;
import io.gnomon.web.api.SeriesApi;
import io.gnomon.web.api.StatusApi;
import io.gnomon.web.config.Config;
import io.gnomon.web.page.DashboardPages;
import io.gnomon.web.page.Dashboards;
import io.gnomon.web.page.StaticFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/// The whole program: the only place that joins its parts.
public final class Gnomon implements AutoCloseable {
  private final Store store;
  private final WebServer server;

  private Gnomon(Store store, WebServer server) {
    this.store = store;
    this.server = server;
  }

  /// Throws an `IOException` whose message is one clear line when the data directory or the address
  /// cannot be had; then nothing runs.
  public static Gnomon start(Config config) throws IOException {
    var clock = InstantSource.system();
    var store = Store.open(config.storage().path(), config.storage().options());
    try {
      var engine = new Engine(store, Options.DEFAULT);
      var queries = new Queries(engine, Limits.DEFAULT, 4, Duration.ofSeconds(10));
      var routes =
          new Routes(
              new Guard(config.web()),
              new HealthApi(queries, clock),
              new QueryApi(queries, clock),
              new SeriesApi(store, Options.DEFAULT),
              new StatusApi(() -> "", Map.of()),
              new DashboardPages(Dashboards.builtin(), queries, clock),
              new StaticFiles());
      var server = new WebServer(config.web().listen(), routes::add);
      server.start();
      return new Gnomon(store, server);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// The kinds of collectors there are.
  public static List<CollectorType<?>> collectorTypes() {
    var types = new ArrayList<CollectorType<?>>();
    ServiceLoader.load(CollectorType.class).forEach(types::add);
    return types;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
