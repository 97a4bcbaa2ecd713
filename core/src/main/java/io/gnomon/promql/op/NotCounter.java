package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells when a rate is taken of series whose names are not those of counters.
public final class NotCounter extends VectorOperator {
  private static final List<String> ENDINGS = List.of("_total", "_sum", "_count", "_bucket");

  private final VectorOperator of;
  private final @Nullable Note[] notes;

  private NotCounter(Frame frame, VectorOperator of, @Nullable Note[] notes) {
    super(frame, of.rows(), of);
    this.of = of;
    this.notes = notes;
  }

  /// Watches over an operator, if any of its rows needs it.
  public static VectorOperator watch(Frame frame, VectorOperator of, Notes notes, Expr.Span span) {
    Map<String, Note> byName = new HashMap<>();
    var doubtful =
        of.rows().stream()
            .map(row ->
                isDoubtful(row.labels())
                    ? byName.computeIfAbsent(
                        row.labels().metric(), name -> notes.info(text(name), span))
                    : null)
            .toArray(Note[]::new);
    return Stream.of(doubtful).allMatch(note -> note == null)
        ? of
        : new NotCounter(frame, of, doubtful);
  }

  private static boolean isDoubtful(Labels labels) {
    var name = labels.metric();
    return !name.isEmpty() && ENDINGS.stream().noneMatch(name::endsWith);
  }

  private static String text(String name) {
    return "metric might not be a counter, name does not end in _total/_sum/_count/_bucket: \""
        + name
        + "\"";
  }

  @Override
  public void row(int row, double[] out) {
    of.row(row, out);
    var note = notes[row];
    if (note != null && hasValue(out)) {
      note.raise();
    }
  }

  private boolean hasValue(double[] out) {
    for (int k = 0; k < frame.size(); k++) {
      if (!Absent.is(out[k])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String describe() {
    return describe("is it a counter");
  }
}
