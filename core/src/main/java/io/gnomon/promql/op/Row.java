package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import java.util.Set;

/// The labels of one row. With delayed name removal on, a row whose name was dropped keeps it until
/// the end, so that `by (__name__)` and label_replace still see it.
public record Row(Labels labels, boolean nameless) {
  /// What goes with the name: it describes the values that were.
  public static final Set<String> NAME_LABELS = Set.of(Labels.NAME, "__type__", "__unit__");

  public Row(Labels labels) {
    this(labels, false);
  }

  /// The row of values computed from this one's.
  public Row dropName(boolean delayed) {
    return delayed ? new Row(labels, true) : new Row(labels.without(NAME_LABELS));
  }

  /// The labels that the query's result shows.
  public Labels shown() {
    return nameless ? labels.without(NAME_LABELS) : labels;
  }
}
