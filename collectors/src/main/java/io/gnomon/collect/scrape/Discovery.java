package io.gnomon.collect.scrape;

import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.Target;
import io.gnomon.collect.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the runner's targets to what the configuration and the files it names say now.
public final class Discovery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final CollectorRunner runner;
  private final TargetFiles files;
  private final Thread thread;
  private List<Target> own = List.of();
  private List<ScrapeConfig> configs = List.of();
  private Timing global = new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10));
  private List<Target> current = List.of();

  /// @param home the folder of the configuration, which file names are relative to
  public Discovery(CollectorRunner runner, Path home) {
    this.runner = runner;
    this.files = new TargetFiles(home);
    this.thread = Thread.ofVirtual().name("discovery").unstarted(this::look);
  }

  public void start() {
    thread.start();
  }

  /// From now on these: our own collectors' targets, and those the scrape configurations find.
  public synchronized void use(List<Target> collectors, List<ScrapeConfig> scrapes, Timing timing)
      throws InterruptedException {
    own = List.copyOf(collectors);
    configs = List.copyOf(scrapes);
    global = timing;
    current = find();
    runner.replace(current);
  }

  private synchronized void refresh() throws InterruptedException {
    var found = find();
    if (!found.equals(current)) {
      LOG.info("file_sd_configs: {} targets now, {} before", found.size(), current.size());
      current = found;
      runner.replace(found);
    }
  }

  private List<Target> find() {
    var targets = new ArrayList<>(own);
    for (var config : configs) {
      var groups = new ArrayList<>(config.staticConfigs());
      config.fileSdConfigs().forEach(file -> groups.addAll(files.groups(file)));
      targets.addAll(new TargetFinder(config, global).targets(groups));
    }
    return targets;
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        refresh();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the looking; the runner goes on with what it has.
  @Override
  public void close() {
    thread.interrupt();
  }
}
