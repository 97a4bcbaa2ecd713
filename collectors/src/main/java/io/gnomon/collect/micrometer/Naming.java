package io.gnomon.collect.micrometer;

import io.gnomon.model.Labels;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Prometheus's names for Micrometer's meters: underscores, the base unit behind, counters with
/// `_total`.
final class Naming {
  private Naming() {}

  /// The name of a meter's family; a timer's unit is the second.
  static String family(Meter.Id id) {
    var unit = isTimer(id.getType()) ? "seconds" : unit(id);
    var name = with(word(id.getName()), unit);
    return id.getType() == Meter.Type.COUNTER ? with(name, "total") : name;
  }

  static String unit(Meter.Id id) {
    return isTimer(id.getType()) ? "seconds" : word(text(id.getBaseUnit()));
  }

  static String help(Meter.Id id) {
    var help = text(id.getDescription());
    return help.isEmpty() ? id.getName() : help;
  }

  static Labels labels(Meter.Id id) {
    var labels = new TreeMap<String, String>();
    for (Tag tag : id.getTagsAsIterable()) {
      labels.put(word(tag.getKey()), tag.getValue());
    }
    return Labels.of(labels);
  }

  private static boolean isTimer(Meter.Type type) {
    return type == Meter.Type.TIMER || type == Meter.Type.LONG_TASK_TIMER;
  }

  private static String with(String name, String suffix) {
    return suffix.isEmpty() || name.endsWith("_" + suffix) ? name : name + "_" + suffix;
  }

  private static String word(String text) {
    return text.replaceAll("[^a-zA-Z0-9_]", "_");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
