package io.gnomon.web.command;

import io.gnomon.web.Gnomon;
import io.gnomon.web.config.Config;
import io.gnomon.web.config.ConfigReader;
import io.gnomon.web.config.ConfigSource;
import io.gnomon.web.yaml.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs everything until it is told to stop.
@Command(
    name = "serve",
    description = "Runs everything: collectors, rules, alerts, pages and API.",
    mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer>, ConfigSource {
  private static final Path USUAL = Path.of("gnomon.yml");

  @Mixin private final ServeOptions options;

  public Serve() {
    this(new ServeOptions());
  }

  Serve(ServeOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    var gnomon = Gnomon.start(this);
    Hangup.listen(gnomon::tryReload);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  gnomon.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
    return 0;
  }

  @Override
  public Config read() throws ConfigException {
    var reader = new ConfigReader(Gnomon.collectorTypes(), System.getenv());
    return options.over(files().isEmpty() ? reader.standard() : reader.read(files().getFirst()));
  }

  /// The file that was named, or else the one that lies in the working directory.
  @Override
  public List<Path> files() {
    if (options.config != null) {
      return List.of(options.config);
    }
    return Files.exists(USUAL) ? List.of(USUAL) : List.of();
  }
}
