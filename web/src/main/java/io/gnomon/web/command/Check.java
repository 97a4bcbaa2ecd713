package io.gnomon.web.command;

import io.gnomon.web.Gnomon;
import io.gnomon.web.config.ConfigReader;
import io.gnomon.web.config.RuleFiles;
import io.gnomon.web.page.Dashboards;
import io.gnomon.web.yaml.ConfigException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what is wrong with a configuration, without starting anything.
@Command(
    name = "check",
    description = "Checks a configuration and the rule files it names.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing wrong", "1:found problems", "2:used wrongly"})
final class Check implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "gnomon.yml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("gnomon.yml");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    try {
      var config = new ConfigReader(Gnomon.collectorTypes(), System.getenv()).read(file);
      var groups = RuleFiles.read(config);
      Dashboards.read(config);
      config.notifying().warnings().forEach(line.getErr()::println);
      int rules = groups.stream().mapToInt(group -> group.rules().size()).sum();
      line.getOut().println(file + ": fine; " + rules + " rules");
      return 0;
    } catch (ConfigException e) {
      line.getErr().println(e.getMessage());
      return 1;
    }
  }
}
