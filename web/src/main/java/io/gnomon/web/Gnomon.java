package io.gnomon.web;

import io.gnomon.collect.CollectorRunner;
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
import io.gnomon.web.api.TargetsApi;
import io.gnomon.web.config.Config;
import io.gnomon.web.page.DashboardPages;
import io.gnomon.web.page.Dashboards;
import io.gnomon.web.page.Frames;
import io.gnomon.web.page.OverviewPages;
import io.gnomon.web.page.StaticFiles;
import io.gnomon.web.page.TargetPages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole program: the only place that joins its parts.
public final class Gnomon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gnomon.class);

  private final Store store;
  private final CollectorRunner collectors;
  private final WebServer server;
  private final MeterRegistry meters;

  private Gnomon(Config config, Store store) {
    var clock = InstantSource.system();
    this.store = store;
    this.meters = new SimpleMeterRegistry();
    this.collectors = new CollectorRunner(store::appender, clock, meters);
    var engine = new Engine(store, Options.DEFAULT);
    var queries = new Queries(engine, Limits.DEFAULT, 4, Duration.ofSeconds(10));
    var builtin = Dashboards.builtin();
    var frames = new Frames(builtin);
    var dashboards = new DashboardPages(builtin, frames, queries, clock);
    var routes =
        new Routes(
            new Guard(config.web()),
            new HealthApi(queries, clock),
            new QueryApi(queries, clock),
            new SeriesApi(store, Options.DEFAULT),
            new TargetsApi(collectors::states),
            new StatusApi(() -> "", Map.of()),
            new OverviewPages(collectors::states, dashboards),
            dashboards,
            new TargetPages(frames, collectors::states),
            new StaticFiles());
    this.server = new WebServer(config.web().listen(), routes::add);
  }

  /// Starts everything. Throws an `IOException` whose message is one clear line when the data
  /// directory or the address cannot be had; then nothing runs.
  public static Gnomon start(Config config) throws IOException {
    var store = Store.open(config.storage().path(), config.storage().options());
    var gnomon = new Gnomon(config, store);
    try {
      gnomon.server.start();
      gnomon.collectors.replace(Targets.of(config));
      LOG.info("serving {}", config.web().url());
      return gnomon;
    } catch (IOException | RuntimeException e) {
      gnomon.close();
      throw e;
    } catch (InterruptedException e) {
      gnomon.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting", e);
    }
  }

  /// The kinds of collectors there are.
  public static List<CollectorType<?>> collectorTypes() {
    return Targets.types();
  }

  /// Meters registered here go straight into the store, without any HTTP.
  public MeterRegistry meterRegistry() {
    return meters;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    collectors.close();
    store.close();
  }
}
