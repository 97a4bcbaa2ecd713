package io.gnomon.web.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gnomon.alert.InhibitRule;
import io.gnomon.collect.scrape.ScrapeConfig;
import io.gnomon.model.Durations;
import io.gnomon.notify.NotifyConfig;
import io.gnomon.notify.ReceiverConfig;
import io.gnomon.notify.RouteConfig;
import io.gnomon.notify.TimeIntervalConfig;
import io.gnomon.rules.BuiltinRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All of `gnomon.yml`, checked.
///
/// @param ruleFiles globs
/// @param builtinRules whether the rules that come with the program count
/// @param builtinRuleThresholds other limits for some of those, by the alert's name
/// @param dashboards globs of files in the form of the dashboards that come with the program
/// @param home the folder that names of files are relative to
public record Config(
    Global global,
    Storage storage,
    Collectors collectors,
    List<ScrapeConfig> scrapeConfigs,
    List<Path> ruleFiles,
    Boolean builtinRules,
    Map<String, Double> builtinRuleThresholds,
    @Nullable RouteConfig route,
    List<ReceiverConfig> receivers,
    List<InhibitRule> inhibitRules,
    List<TimeIntervalConfig> timeIntervals,
    List<Path> dashboards,
    Web web,
    @JsonIgnore Home home) {
  public record Home(Path path) {}

  public Config {
    scrapeConfigs = scrapeConfigs == null ? List.of() : scrapeConfigs;
    ruleFiles = ruleFiles == null ? List.of() : ruleFiles;
    builtinRules = builtinRules == null || builtinRules;
    builtinRuleThresholds = builtinRuleThresholds == null ? Map.of() : builtinRuleThresholds;
    receivers = receivers == null ? List.of() : receivers;
    inhibitRules = inhibitRules == null ? List.of() : inhibitRules;
    timeIntervals = timeIntervals == null ? List.of() : timeIntervals;
    dashboards = dashboards == null ? List.of() : dashboards;
    checkThresholds(builtinRuleThresholds);
    Jobs.check(scrapeConfigs);
    var _ = notifying(global, route, receivers, inhibitRules, timeIntervals);
  }

  private static void checkThresholds(Map<String, Double> thresholds) {
    try {
      BuiltinRules.read(thresholds, Duration.ofMinutes(1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("builtin_rule_thresholds: " + e.getMessage(), e);
    }
  }

  /// What Alertmanager's sections say.
  public NotifyConfig notifying() {
    return notifying(global, route, receivers, inhibitRules, timeIntervals);
  }

  private static NotifyConfig notifying(
      Global global,
      @Nullable RouteConfig route,
      List<ReceiverConfig> receivers,
      List<InhibitRule> inhibitRules,
      List<TimeIntervalConfig> timeIntervals) {
    return new NotifyConfig(global.notifying(), route, receivers, inhibitRules, timeIntervals);
  }

  /// What Prometheus would have on its command line.
  public Map<String, String> flags() {
    return Map.of(
        "storage.tsdb.path", storage.path().toString(),
        "storage.tsdb.retention.time", Durations.print(storage.retentionTime()),
        "storage.tsdb.retention.size", storage.retentionSize().toString(),
        "web.listen-address", web.listen().toString(),
        "web.external-url", web.url().toString());
  }

  public Config with(Storage storage, Web web) {
    return new Config(
        global,
        storage,
        collectors,
        scrapeConfigs,
        ruleFiles,
        builtinRules,
        builtinRuleThresholds,
        route,
        receivers,
        inhibitRules,
        timeIntervals,
        dashboards,
        web,
        home);
  }
}
