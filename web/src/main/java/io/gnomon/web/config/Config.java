package io.gnomon.web.config;

import java.util.List;

/// All of `gnomon.yml`, checked.
///
/// @param ruleFiles globs, relative to the file
public record Config(
    Global global,
    Storage storage,
    Collectors collectors,
    List<String> ruleFiles,
    Boolean builtinRules,
    Web web) {
  public Config {
    ruleFiles = ruleFiles == null ? List.of() : ruleFiles;
    builtinRules = builtinRules == null || builtinRules;
  }

  public Config with(Storage storage, Web web) {
    return new Config(global, storage, collectors, ruleFiles, builtinRules, web);
  }
}
