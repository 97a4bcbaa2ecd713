package io.gnomon.notify;

import io.gnomon.alert.InhibitRule;
import io.gnomon.model.Matcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of the route tree as it is configured. What is null is inherited from the parent.
public record RouteConfig(
    @Nullable String receiver,
    @Nullable List<String> groupBy,
    @Nullable Duration groupWait,
    @Nullable Duration groupInterval,
    @Nullable Duration repeatInterval,
    @Nullable List<String> matchers,
    @Nullable Map<String, String> match,
    @Nullable Map<String, String> matchRe,
    boolean continue_,
    @Nullable List<RouteConfig> routes,
    @Nullable List<String> muteTimeIntervals,
    @Nullable List<String> activeTimeIntervals) {

  public RouteConfig {
    positive("group_interval", groupInterval);
    positive("repeat_interval", repeatInterval);
    if (groupBy != null && groupBy.stream().distinct().count() < groupBy.size()) {
      throw new IllegalArgumentException("group_by: expected each label once");
    }
    if (groupBy != null && groupBy.contains("...") && groupBy.size() > 1) {
      throw new IllegalArgumentException("group_by: expected '...' alone");
    }
    var _ = conditions(matchers, match, matchRe);
  }

  /// The root of a tree that tells one receiver everything.
  public static RouteConfig to(String receiver) {
    return new RouteConfig(
        receiver, null, null, null, null, null, null, null, false, null, null, null);
  }

  public List<Matcher> conditions() {
    return conditions(matchers, match, matchRe);
  }

  public List<RouteConfig> children() {
    return routes == null ? List.of() : routes;
  }

  private static List<Matcher> conditions(
      @Nullable List<String> matchers,
      @Nullable Map<String, String> match,
      @Nullable Map<String, String> matchRe) {
    return InhibitRule.matchers(
        matchers == null ? List.of() : matchers,
        match == null ? Map.of() : match,
        matchRe == null ? Map.of() : matchRe);
  }

  private static void positive(String key, @Nullable Duration duration) {
    if (duration != null && duration.isZero()) {
      throw new IllegalArgumentException(key + ": expected more than 0");
    }
  }
}
