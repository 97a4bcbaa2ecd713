package io.gnomon.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs files of rule tests in promtool's format.
public final class RuleTests {
  private RuleTests() {}

  /// What a file's tests said: how many checks there were, and each that failed in words.
  public record Report(int checks, List<String> failures) {
    public boolean passed() {
      return failures.isEmpty();
    }
  }

  /// Rule files are relative to the test file.
  public static Report run(Path path) throws RuleFileException {
    var file = RuleTestFile.read(path);
    var groups = new ArrayList<RuleGroup>();
    for (var rules : file.ruleFiles()) {
      groups.addAll(RuleFile.read(path.resolveSibling(rules), file.evaluationInterval()));
    }
    var failures = new ArrayList<String>();
    int checks = 0;
    for (var test : file.cases()) {
      checks += test.alertChecks().size() + test.queryChecks().size();
      for (var failure : new RuleTestRun(test, groups, file.evaluationInterval()).failures()) {
        failures.add(path + ": " + test.name() + ": " + failure);
      }
    }
    return new Report(checks, List.copyOf(failures));
  }
}
