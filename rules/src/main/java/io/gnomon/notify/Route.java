package io.gnomon.notify;

import io.gnomon.alert.MatcherText;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A node of the route tree with everything inherited and read. The key names it in group keys, as
/// Alertmanager's does: the matchers on the way from the root.
public record Route(
    String key,
    List<Matcher> matchers,
    String receiver,
    List<String> groupBy,
    Duration groupWait,
    Duration groupInterval,
    Duration repeatInterval,
    List<String> mute,
    List<String> active,
    boolean continues,
    List<Route> children) {
  private static final String ALL = "...";

  public static Route root(RouteConfig config) {
    if (config.receiver() == null) {
      throw new IllegalArgumentException("expected a receiver for the root route");
    }
    if (!config.conditions().isEmpty()) {
      throw new IllegalArgumentException("expected no matchers at the root route");
    }
    if (config.muteTimeIntervals() != null || config.activeTimeIntervals() != null) {
      throw new IllegalArgumentException("expected no time intervals at the root route");
    }
    var defaults =
        new Route(
            "",
            List.of(),
            config.receiver(),
            List.of(),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            List.of(),
            List.of(),
            false,
            List.of());
    return defaults.child("{}", config);
  }

  private Route child(String key, RouteConfig config) {
    var bare =
        new Route(
            key,
            config.conditions(),
            or(config.receiver(), receiver),
            or(config.groupBy(), groupBy),
            or(config.groupWait(), groupWait),
            or(config.groupInterval(), groupInterval),
            or(config.repeatInterval(), repeatInterval),
            or(config.muteTimeIntervals(), List.of()),
            or(config.activeTimeIntervals(), List.of()),
            config.continue_(),
            List.of());
    return bare.with(config.children().stream().map(bare::below).toList());
  }

  private Route below(RouteConfig config) {
    return child(key + "/" + MatcherText.print(config.conditions()), config);
  }

  private Route with(List<Route> routes) {
    return new Route(
        key,
        matchers,
        receiver,
        groupBy,
        groupWait,
        groupInterval,
        repeatInterval,
        mute,
        active,
        continues,
        routes);
  }

  /// The routes an alert takes: depth first, left to right; the first child that matches wins
  /// unless it continues; without one the node itself.
  public List<Route> match(Labels labels) {
    if (!MatcherText.all(matchers, labels)) {
      return List.of();
    }
    var found = new ArrayList<Route>();
    for (var child : children) {
      var below = child.match(labels);
      found.addAll(below);
      if (!below.isEmpty() && !child.continues) {
        break;
      }
    }
    return found.isEmpty() ? List.of(this) : found;
  }

  public Labels groupLabels(Labels labels) {
    return groupBy.contains(ALL) ? labels : labels.only(groupBy);
  }

  /// Repeats happen at flushes only: the repeat interval rounded up to group intervals.
  public Duration effectiveRepeat() {
    long flush = groupInterval.toMillis();
    return Duration.ofMillis(Math.ceilDiv(repeatInterval.toMillis(), flush) * flush);
  }

  public void forEach(Consumer<Route> action) {
    action.accept(this);
    children.forEach(child -> child.forEach(action));
  }

  private static <T> T or(@Nullable T value, T inherited) {
    return value == null ? inherited : value;
  }
}
