package io.gnomon.web.config;

import io.gnomon.rules.BuiltinRules;
import io.gnomon.rules.RuleFile;
import io.gnomon.rules.RuleFileException;
import io.gnomon.rules.RuleGroup;
import io.gnomon.web.yaml.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
      for (var file : files(config)) {
        groups.addAll(RuleFile.read(file, every));
      }
      return groups;
    } catch (RuleFileException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  /// The files that the globs of a configuration match now.
  public static List<Path> files(Config config) throws ConfigException {
    var files = new ArrayList<Path>();
    for (var glob : config.ruleFiles()) {
      files.addAll(matching(glob));
    }
    return files;
  }

  private static List<Path> matching(Path glob) throws ConfigException {
    var name = Objects.toString(glob.getFileName(), "");
    var folder = glob.toAbsolutePath().resolveSibling("");
    if (!name.matches(".*[*?\\[{].*")) {
      return List.of(glob);
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var found = Files.newDirectoryStream(folder, name)) {
      var files = new ArrayList<Path>();
      found.forEach(files::add);
      files.sort(null);
      return files;
    } catch (IOException e) {
      throw new ConfigException(glob + ": cannot be read: " + e.getMessage());
    }
  }
}
