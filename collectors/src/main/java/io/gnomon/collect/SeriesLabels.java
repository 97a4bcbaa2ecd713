package io.gnomon.collect;

import io.gnomon.model.Labels;
import java.util.Comparator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The labels a series is stored under: its own, the target's, then relabelled and checked.
final class SeriesLabels {
  private static final String EXPORTED = "exported_";

  private final Labels target;
  private final Intake intake;

  SeriesLabels(Labels target, Intake intake) {
    this.target = target;
    this.intake = intake;
  }

  /// The stored labels, or null when relabelling drops the series.
  @Nullable Labels of(Labels scraped) {
    var joined = intake.honorLabels() ? target.with(scraped) : override(scraped);
    var labels = intake.relabeling().apply(joined);
    if (labels != null) {
      check(labels);
    }
    return labels;
  }

  /// The target's labels win; a scraped label of the same name moves to `exported_` and its name,
  /// the shortest name first, as often as it takes to find a free one.
  private Labels override(Labels scraped) {
    var labels = new TreeMap<>(scraped.toMap());
    labels.putAll(target.toMap());
    target.names().stream()
        .filter(scraped::has)
        .sorted(Comparator.comparingInt(String::length))
        .forEach(name -> labels.put(free(labels, name), scraped.get(name)));
    return Labels.of(labels);
  }

  private static String free(TreeMap<String, String> labels, String taken) {
    var name = EXPORTED + taken;
    while (labels.containsKey(name)) {
      name = EXPORTED + name;
    }
    return name;
  }

  private void check(Labels labels) {
    var limits = intake.limits();
    if (labels.metric().isEmpty()) {
      throw new RefusedException("expected a metric name, got " + brief(labels.toString()));
    }
    if (labels.size() > limits.labels()) {
      throw refusal(labels, "label_limit " + limits.labels() + " labels");
    }
    for (int i = 0; i < labels.size(); i++) {
      if (labels.name(i).length() > limits.nameLength()) {
        throw refusal(labels, "label_name_length_limit " + limits.nameLength() + " characters");
      }
      if (labels.value(i).length() > limits.valueLength()) {
        throw refusal(
            labels,
            "label_value_length_limit "
                + limits.valueLength()
                + " characters in "
                + labels.name(i));
      }
    }
  }

  private static RefusedException refusal(Labels labels, String limit) {
    return new RefusedException(
        "expected no more than " + limit + ", got " + brief(labels.toString()));
  }

  private static String brief(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}
