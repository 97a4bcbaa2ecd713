package io.gnomon.promql;

import io.gnomon.model.Matcher;
import io.gnomon.promql.op.Notes;
import io.gnomon.store.SeriesSource;
import java.util.List;

/// A tree of operators for the series there were at one time.
final class Binding {
  private final Grid grid;
  private final Notes notes;
  private final Answer answer;
  private final List<List<Matcher>> selected;
  private long epoch;

  Binding(Grid grid, Notes notes, Answer answer, List<List<Matcher>> selected, long epoch) {
    this.grid = grid;
    this.notes = notes;
    this.answer = answer;
    this.selected = selected;
    this.epoch = epoch;
  }

  long epoch() {
    return epoch;
  }

  void seen(long newer) {
    epoch = newer;
  }

  /// True when a series was born or dropped that a selector of this plan accepts.
  boolean concernedSince(SeriesSource source) {
    for (int i = 0; i < selected.size(); i++) {
      if (source.changedSince(epoch, selected.get(i))) {
        return true;
      }
    }
    return false;
  }

  Result run(long start, long step, int size) {
    grid.move(start, step, size);
    notes.clear();
    answer.run();
    return answer;
  }

  String explain() {
    return answer.explain();
  }
}
