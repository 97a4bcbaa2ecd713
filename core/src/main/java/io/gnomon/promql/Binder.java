package io.gnomon.promql;

import io.gnomon.model.Matcher;
import io.gnomon.promql.op.Notes;
import io.gnomon.promql.op.Selection;
import io.gnomon.store.SeriesSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one binding of a plan asks the store, and what it may tell its user. Equal selectors share
/// what they found.
final class Binder {
  private final SeriesSource source;
  private final Limits limits;
  private final Notes notes;
  private final SeenBooks books;
  private final Map<List<Matcher>, Selection> selections = new HashMap<>();

  Binder(SeriesSource source, Limits limits, Notes notes, SeenBooks books) {
    this.source = source;
    this.limits = limits;
    this.notes = notes;
    this.books = books;
  }

  Selection select(List<Matcher> matchers) {
    var selection = selections.computeIfAbsent(matchers, _ -> new Selection(source, matchers));
    int series = selections.values().stream().mapToInt(Selection::size).sum();
    if (series > limits.series()) {
      throw new QueryException(
          QueryException.Kind.EXECUTION,
          "query selects more than %d series; ask for fewer labels or aggregate by a recording rule"
              .formatted(limits.series()));
    }
    return selection;
  }

  Notes notes() {
    return notes;
  }

  SeenBooks books() {
    return books;
  }

  /// The matchers of everything that was selected.
  List<List<Matcher>> selected() {
    return List.copyOf(selections.keySet());
  }
}
