package io.gnomon.web.config;

import io.gnomon.rules.BuiltinRules;
import io.gnomon.rules.RuleFile;
import io.gnomon.rules.RuleFileException;
import io.gnomon.rules.RuleGroup;
import io.gnomon.web.yaml.ConfigException;
import java.util.ArrayList;
import java.util.List;

/// The rules that a configuration names, and those that come with the program.
public final class RuleFiles {
  private RuleFiles() {}

  /// The rule groups of all files, the built-in ones first.
  public static List<RuleGroup> read(Config config) throws ConfigException {
    var every = config.global().evaluationInterval();
    var groups = new ArrayList<RuleGroup>();
    try {
      if (config.builtinRules()) {
        groups.addAll(BuiltinRules.read(config.builtinRuleThresholds(), every));
      }
      for (var file : Globs.expand(config.ruleFiles())) {
        groups.addAll(RuleFile.read(file, every));
      }
      return groups;
    } catch (RuleFileException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }
}
