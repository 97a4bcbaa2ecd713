package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import java.util.ArrayList;
import java.util.List;

/// The warnings and infos of a query.
public final class Notes {
  private final String query;
  private final List<Note> notes = new ArrayList<>();

  /// The positions of notes are those of the query's text.
  public Notes(String query) {
    this.query = query;
  }

  public Note warning(String text, Expr.Span span) {
    return add(new Note(true, text, span));
  }

  public Note info(String text, Expr.Span span) {
    return add(new Note(false, text, span));
  }

  private Note add(Note note) {
    notes.add(note);
    return note;
  }

  public void clear() {
    for (int i = 0; i < notes.size(); i++) {
      notes.get(i).clear();
    }
  }

  public List<String> texts(boolean warnings) {
    return notes.stream()
        .filter(note -> note.raised(warnings))
        .map(note -> note.text(query))
        .distinct()
        .toList();
  }
}
