package io.gnomon.web.command;

import io.gnomon.web.yaml.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// All commands; without one, the program serves. Exit codes: 0 fine, 1 found problems, 2 used
/// wrongly or cannot start.
@Command(
    name = "gnomon",
    description = "Monitoring and alerting in one process. Without a command it serves.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      Serve.class,
      Check.class,
      HashPassword.class,
      Query.class,
      TestRules.class,
      Train.class
    })
public final class Commands implements Callable<Integer> {
  @Mixin private final ServeOptions options = new ServeOptions();

  private Commands() {}

  public static CommandLine line() {
    return new CommandLine(new Commands())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, parsed) -> tell(e, line));
  }

  @Override
  public Integer call() throws Exception {
    return new Serve(options).call();
  }

  /// One line for what the user can mend; a stack trace for what only we can.
  private static int tell(Exception e, CommandLine line) {
    if (e instanceof ConfigException
        || e instanceof IOException
        || e instanceof UncheckedIOException) {
      line.getErr().println("gnomon: " + e.getMessage());
    } else {
      e.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return 2;
  }
}
