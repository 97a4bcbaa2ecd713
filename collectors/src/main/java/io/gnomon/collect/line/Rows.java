package io.gnomon.collect.line;

import io.gnomon.model.SampleSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one text, found by the key in each line (a device, a field's name) without making a
/// string of it. Lines come in the same order nearly always, so the row after the last one found is
/// tried first.
public final class Rows {
  /// Names the series of a key that is seen for the first time; none when the key is left out. The
  /// text still stands at the key.
  @FunctionalInterface
  public interface Naming {
    List<Series> series(String key, ByteText text);
  }

  /// Keys that no longer come are forgotten when they are this many more than those that do.
  private static final int FORGET = 256;

  private final Naming naming;
  private final List<Row> rows = new ArrayList<>();
  private @Nullable SampleSink sink;
  private int next;
  private int found;
  private int round;

  public Rows(Naming naming) {
    this.naming = naming;
  }

  /// Starts at the top of the text again.
  public void begin(SampleSink sink) {
    if (rows.size() > found + FORGET) {
      rows.clear();
    }
    this.sink = sink;
    next = 0;
    found = 0;
    round++;
  }

  /// Puts a value into every series of the rows that were not met since the beginning.
  public void putMissed(double value) {
    for (var row : rows) {
      for (int i = 0; i < row.size() && row.isMissing(round); i++) {
        row.into(to()).put(i, value);
      }
    }
  }

  /// The row of the text's current word.
  public Row row(ByteText text) {
    found++;
    var row = find(text).into(to());
    row.meet(round);
    return row;
  }

  private SampleSink to() {
    if (sink == null) {
      throw new IllegalStateException("expected begin(sink) before row");
    }
    return sink;
  }

  private Row find(ByteText text) {
    for (int i = 0; i < rows.size(); i++) {
      int at = (next + i) % rows.size();
      if (rows.get(at).hasKey(text)) {
        next = at + 1;
        return rows.get(at);
      }
    }
    return learn(text);
  }

  private Row learn(ByteText text) {
    var key = text.word();
    var row = new Row(key, naming.series(key, text));
    rows.add(row);
    next = rows.size();
    return row;
  }
}
