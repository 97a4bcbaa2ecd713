package io.gnomon.collect.scrape;

import io.gnomon.collect.RefusedException;
import io.gnomon.collect.Source;
import io.gnomon.collect.Target;
import io.gnomon.collect.Timing;
import io.gnomon.collect.http.Address;
import io.gnomon.collect.relabel.Relabeling;
import io.gnomon.model.Durations;
import io.gnomon.model.Labels;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes targets of one entry of `scrape_configs`: Prometheus's labels before relabelling,
/// relabelling, and what the labels that begin with two underscores then say.
final class TargetFinder {
  private static final String ADDRESS = "__address__";
  private static final String SCHEME = "__scheme__";
  private static final String PATH = "__metrics_path__";
  private static final String INTERVAL = "__scrape_interval__";
  private static final String TIMEOUT = "__scrape_timeout__";
  private static final String PARAM = "__param_";
  private static final String INTERNAL = "__";

  private final ScrapeConfig config;
  private final Timing timing;
  private final Relabeling relabeling;

  TargetFinder(ScrapeConfig config, Timing global) {
    this.config = config;
    this.timing = config.timing(global);
    this.relabeling = new Relabeling(config.relabelConfigs());
  }

  List<Target> targets(List<StaticConfig> groups) {
    var targets = new ArrayList<Target>();
    for (var group : groups) {
      for (var address : group.targets()) {
        var target = target(discovered(address, group.labels()));
        if (target != null) {
          targets.add(target);
        }
      }
    }
    int limit = config.targetLimit();
    return limit > 0 && targets.size() > limit ? refuseAll(targets, limit) : targets;
  }

  private static List<Target> refuseAll(List<Target> targets, int limit) {
    var why = "expected no more than target_limit " + limit + " targets, got " + targets.size();
    return targets.stream().map(target -> with(target, new Refused(why))).toList();
  }

  private static Target with(Target target, Source source) {
    return new Target(
        target.job(),
        target.labels(),
        target.discovered(),
        target.url(),
        target.timing(),
        target.intake(),
        source);
  }

  private Labels discovered(String address, Labels group) {
    var labels = new TreeMap<String, String>();
    labels.put("job", config.jobName());
    labels.put(SCHEME, config.scheme());
    labels.put(PATH, config.metricsPath());
    labels.put(INTERVAL, Durations.print(timing.interval()));
    labels.put(TIMEOUT, Durations.print(timing.timeout()));
    labels.putAll(group.toMap());
    config.params().forEach((name, values) -> putParam(labels, name, values));
    labels.put(ADDRESS, address);
    return Labels.of(labels);
  }

  private static void putParam(TreeMap<String, String> labels, String name, List<String> values) {
    if (!values.isEmpty()) {
      labels.put(PARAM + name, values.getFirst());
    }
  }

  /// The target, or null when relabelling drops it.
  private @Nullable Target target(Labels discovered) {
    var labels = relabeling.apply(discovered);
    if (labels == null) {
      return null;
    }
    var shown = shown(labels);
    var url = url(labels);
    try {
      var own = timing(labels);
      var address = Address.parse(url);
      var endpoint = new Endpoint(address, config.http(own.timeout()));
      return new Target(config.jobName(), shown, discovered, url, own, config.intake(), endpoint);
    } catch (RefusedException | IllegalArgumentException e) {
      var refused = new Refused(String.valueOf(e.getMessage()));
      return new Target(config.jobName(), shown, discovered, url, timing, config.intake(), refused);
    }
  }

  private static Labels shown(Labels labels) {
    var instance = labels.has("instance") ? labels.get("instance") : labels.get(ADDRESS);
    var names = labels.names().stream().filter(name -> !name.startsWith(INTERNAL)).toList();
    return labels.only(names).with("instance", instance);
  }

  private static Timing timing(Labels labels) {
    return new Timing(duration(labels, INTERVAL), duration(labels, TIMEOUT));
  }

  private static Duration duration(Labels labels, String name) {
    try {
      return Durations.parse(labels.get(name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private String url(Labels labels) {
    var path = labels.get(PATH).startsWith("/") ? labels.get(PATH) : "/" + labels.get(PATH);
    var query = query(labels);
    return labels.get(SCHEME)
        + "://"
        + labels.get(ADDRESS)
        + path
        + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query);
  }

  /// The parameters in the order of their names; a label `__param_x` sets the first value of `x`.
  private String query(Labels labels) {
    var params = new TreeMap<String, List<String>>();
    config.params().forEach((name, values) -> params.put(name, new ArrayList<>(values)));
    for (var name : labels.names()) {
      if (name.startsWith(PARAM)) {
        setFirst(
            params.computeIfAbsent(name.substring(PARAM.length()), _ -> new ArrayList<>()),
            labels.get(name));
      }
    }
    var parts = new ArrayList<String>();
    params.forEach((name, values) -> values.forEach(value -> parts.add(encode(name, value))));
    return String.join("&", parts);
  }

  private static void setFirst(List<String> values, String value) {
    if (values.isEmpty()) {
      values.add(value);
    } else {
      values.set(0, value);
    }
  }

  private static String encode(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
