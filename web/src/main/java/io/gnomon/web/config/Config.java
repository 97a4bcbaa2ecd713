package io.gnomon.web.config;

import io.gnomon.collect.scrape.ScrapeConfig;
import java.util.List;

/// All of `gnomon.yml`, checked.
///
/// @param ruleFiles globs, relative to the file
public record Config(
    Global global,
    Storage storage,
    Collectors collectors,
    List<ScrapeConfig> scrapeConfigs,
    List<String> ruleFiles,
    Boolean builtinRules,
    Web web) {
  public Config {
    scrapeConfigs = scrapeConfigs == null ? List.of() : scrapeConfigs;
    ruleFiles = ruleFiles == null ? List.of() : ruleFiles;
    builtinRules = builtinRules == null || builtinRules;
  }

  public Config with(Storage storage, Web web) {
    return new Config(global, storage, collectors, scrapeConfigs, ruleFiles, builtinRules, web);
  }
}
