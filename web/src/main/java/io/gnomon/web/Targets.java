package io.gnomon.web;

import io.gnomon.collect.CollectorType;
import io.gnomon.collect.Target;
import io.gnomon.collect.Timing;
import io.gnomon.web.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// What our own collectors read, by the configuration.
final class Targets {
  private Targets() {}

  /// The kinds of collectors there are.
  static List<CollectorType<?>> types() {
    var types = new ArrayList<CollectorType<?>>();
    ServiceLoader.load(CollectorType.class).forEach(types::add);
    return types;
  }

  static List<Target> of(Config config) {
    var targets = new ArrayList<Target>();
    for (var type : types()) {
      for (var record : config.collectors().byType().getOrDefault(type.name(), List.of())) {
        targets.add(target(type, record, config.global().timing()));
      }
    }
    return targets;
  }

  private static <C extends Record> Target target(
      CollectorType<C> type, Record config, Timing timing) {
    return Target.of(type, type.config().cast(config), timing);
  }
}
