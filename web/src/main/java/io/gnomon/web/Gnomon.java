package io.gnomon.web;

import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.CollectorType;
import io.gnomon.collect.Target;
import io.gnomon.collect.micrometer.JvmMetrics;
import io.gnomon.collect.micrometer.ProcessMetrics;
import io.gnomon.collect.micrometer.Self;
import io.gnomon.collect.micrometer.SelfRegistry;
import io.gnomon.collect.scrape.Discovery;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.rules.Alerting;
import io.gnomon.store.Store;
import io.gnomon.web.access.FirstUser;
import io.gnomon.web.api.Queries;
import io.gnomon.web.config.Config;
import io.gnomon.web.config.ConfigSource;
import io.gnomon.web.config.Globs;
import io.gnomon.web.config.RuleFiles;
import io.gnomon.web.page.Dashboards;
import io.gnomon.web.yaml.ConfigException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole program: the only place that joins its parts.
public final class Gnomon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gnomon.class);
  private static final int QUERIES_AT_ONCE = 4;

  private final Store store;
  private final SelfRegistry meters = new SelfRegistry();
  private final JvmMetrics jvm = new JvmMetrics();
  private final CollectorRunner collectors;
  private final Discovery discovery;
  private final Alerting alerting;
  private final WebServer server;
  private final ConfigSource source;
  private final ConfigWatch watch;
  private volatile Config config;
  private volatile Dashboards dashboards;
  private volatile String reloadError = "";

  private Gnomon(ConfigSource source, Config config, Store store)
      throws IOException, ConfigException {
    this.source = source;
    this.watch = new ConfigWatch(this::watched, this::tryReload);
    var clock = InstantSource.system();
    var engine = new Engine(store, Options.DEFAULT);
    this.config = config;
    this.dashboards = Dashboards.read(config);
    this.store = store;
    this.collectors = new CollectorRunner(store::appender, clock, meters);
    this.discovery = new Discovery(collectors, config.home().path());
    this.alerting =
        Alerting.open(config.storage().path(), surroundings(engine, clock), plan(config));
    var queries =
        new Queries(engine, Limits.DEFAULT, QUERIES_AT_ONCE, Duration.ofSeconds(10), meters);
    var parts =
        new Parts(
            store,
            queries,
            Options.DEFAULT,
            collectors,
            alerting,
            meters,
            clock,
            () -> this.config,
            () -> this.dashboards,
            this::reload,
            () -> reloadError);
    this.server = new WebServer(config.web(), new Routes(parts)::add);
  }

  private Alerting.Surroundings surroundings(Engine engine, InstantSource clock) {
    return new Alerting.Surroundings(
        engine,
        Limits.DEFAULT,
        store::appender,
        config.global().externalLabels(),
        config.web().url().toString(),
        config.global().scrapeInterval().multipliedBy(2),
        clock);
  }

  private static Alerting.Plan plan(Config config) throws ConfigException {
    return new Alerting.Plan(RuleFiles.read(config), config.notifying());
  }

  /// Starts everything. Throws an exception whose message is one clear line when the data directory
  /// or the address cannot be had, or a rule file is wrong; then nothing runs.
  public static Gnomon start(Config config) throws IOException, ConfigException {
    return start(() -> config);
  }

  /// The same, with a configuration that can be read again.
  public static Gnomon start(ConfigSource source) throws IOException, ConfigException {
    var config = source.read();
    RuleFiles.read(config);
    Dashboards.read(config);
    var store = Store.open(config.storage().path(), config.storage().options());
    Gnomon gnomon;
    try {
      var web = FirstUser.ensure(config.web(), config.storage().path(), LOG::warn);
      gnomon = new Gnomon(source, config.with(config.storage(), web), store);
    } catch (IOException | ConfigException | RuntimeException e) {
      store.close();
      throw e;
    }
    gnomon.begin();
    return gnomon;
  }

  private void begin() throws IOException {
    try {
      meters.start();
      jvm.bindTo(meters);
      new StoreMetrics(store).bindTo(meters);
      new ProcessMetrics(Path.of("/proc")).bindTo(meters);
      server.start();
      alerting.start();
      collect(config);
      discovery.start();
      watch.start();
      LOG.info("serving {}", config.web().on(server.port()).url());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void collect(Config config) {
    var targets = new ArrayList<Target>(Targets.of(config));
    var timing = config.global().timing();
    targets.add(new Self(meters).target(config.web().listen().toString(), timing));
    try {
      discovery.use(targets, config.scrapeConfigs(), timing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads the configuration again and puts it in force: targets, rules, receivers. Where data is
  /// kept and what the server listens on counts from the next start. What is wrong changes nothing.
  public synchronized void reload() throws ConfigException {
    try {
      var next = source.read();
      var plan = plan(next);
      dashboards = Dashboards.read(next);
      config = next;
      collect(next);
      alerting.reload(plan);
      reloadError = "";
      LOG.info("configuration reloaded");
    } catch (ConfigException e) {
      reloadError = String.valueOf(e.getMessage());
      LOG.warn("configuration not reloaded: {}", reloadError);
      throw e;
    }
  }

  /// For those who cannot be told what is wrong: the log and the status page tell.
  public void tryReload() {
    try {
      reload();
    } catch (ConfigException e) {
      LOG.debug("told already", e);
    }
  }

  private List<Path> watched() {
    var files = new ArrayList<>(source.files());
    try {
      files.addAll(Globs.expand(config.ruleFiles()));
      files.addAll(Globs.expand(config.dashboards()));
    } catch (ConfigException e) {
      LOG.debug("files to watch", e);
    }
    return files;
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

  /// Ends what was started, last things first.
  @Override
  public void close() {
    watch.close();
    server.close();
    discovery.close();
    collectors.close();
    alerting.close();
    jvm.close();
    meters.close();
    store.close();
  }
}
