package io.gnomon.collect.relabel;

import io.gnomon.model.Labels;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A list of rules applied one after the other. Equal when its configurations are.
public final class Relabeling {
  public static final Relabeling NONE = new Relabeling(List.of());

  private final List<RelabelConfig> configs;
  private final List<RelabelRule> rules;

  public Relabeling(List<RelabelConfig> configs) {
    this.configs = List.copyOf(configs);
    this.rules = this.configs.stream().map(RelabelRule::new).toList();
  }

  /// The labels after all rules, or null when one of them drops the target or series.
  public @Nullable Labels apply(Labels labels) {
    if (rules.isEmpty()) {
      return labels;
    }
    var map = new TreeMap<>(labels.toMap());
    for (var rule : rules) {
      if (!rule.apply(map)) {
        return null;
      }
    }
    return Labels.of(map);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Relabeling relabeling && configs.equals(relabeling.configs);
  }

  @Override
  public int hashCode() {
    return configs.hashCode();
  }

  @Override
  public String toString() {
    return configs.toString();
  }
}
