package io.gnomon.alert;

import io.gnomon.model.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Which firing alerts keep which others quiet, at one instant.
public final class Inhibition {
  private final List<Rule> rules;

  /// One rule with its sources by their `equal` labels.
  private record Rule(
      InhibitRule.Sides sides, List<String> equal, Map<Labels, List<Labels>> sources) {
    void add(Labels labels) {
      if (sides.source(labels)) {
        sources.computeIfAbsent(labels.only(equal), _ -> new ArrayList<>()).add(labels);
      }
    }

    /// An alert that stands on both sides is not inhibited by another that does, nor by itself.
    List<Labels> inhibiting(Labels target) {
      if (!sides.target(target)) {
        return List.of();
      }
      boolean both = sides.source(target);
      return sources.getOrDefault(target.only(equal), List.of()).stream()
          .filter(source -> !(both && sides.target(source)))
          .toList();
    }
  }

  public Inhibition(List<InhibitRule> rules, Collection<Alert> alerts, long now) {
    this.rules = rules.stream().map(r -> new Rule(r.sides(), r.equal(), new HashMap<>())).toList();
    for (var alert : alerts) {
      if (!alert.resolved(now)) {
        this.rules.forEach(rule -> rule.add(alert.labels()));
      }
    }
  }

  /// The fingerprints of the alerts that keep one with these labels quiet.
  public List<String> inhibiting(Labels labels) {
    var found = new TreeSet<String>();
    for (var rule : rules) {
      rule.inhibiting(labels).forEach(source -> found.add(Fingerprint.text(source)));
    }
    return List.copyOf(found);
  }
}
