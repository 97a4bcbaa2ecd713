package io.gnomon.collect.scrape;

import io.gnomon.model.Labels;
import java.util.List;

/// Targets listed by hand or in a file, as `host:port`, with the labels they share.
public record StaticConfig(List<String> targets, Labels labels) {
  public StaticConfig {
    targets = targets == null ? List.of() : List.copyOf(targets);
    labels = labels == null ? Labels.EMPTY : labels;
    for (var target : targets) {
      if (target.isBlank() || target.contains("/")) {
        throw new IllegalArgumentException("targets: expected host:port, got \"" + target + "\"");
      }
    }
  }
}
