package io.gnomon.web.command;

import io.gnomon.rules.RuleFileException;
import io.gnomon.rules.RuleTests;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs rule unit tests in promtool's format.
@Command(
    name = "test-rules",
    description = "Runs rule unit tests, in the format of `promtool test rules`.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all passed", "1:a test failed or a file cannot be read", "2:used wrongly"})
final class TestRules implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The test files.")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    int failed = 0;
    for (var file : files) {
      failed += passed(file, line.getOut()) ? 0 : 1;
    }
    line.getOut().flush();
    return failed == 0 ? 0 : 1;
  }

  private static boolean passed(Path file, PrintWriter out) {
    try {
      var report = RuleTests.run(file);
      report.failures().forEach(out::println);
      out.printf("%s: %d checks, %d failed%n", file, report.checks(), report.failures().size());
      return report.passed();
    } catch (RuleFileException e) {
      out.println(e.getMessage());
      return false;
    }
  }
}
