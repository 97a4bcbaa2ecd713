package io.gnomon.promql;

import io.gnomon.model.Matcher;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions as nested lists of their parts, to compare them: without the places in the text, and
/// with matchers sorted, as the printer sorts them.
final class Trees {
  private Trees() {}

  static List<Object> of(Expr expr) {
    return record((Record) expr);
  }

  private static List<Object> record(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .filter(part -> part.getType() != Expr.Span.class)
        .map(part -> of(value(record, part)))
        .toList();
  }

  private static Object of(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Function function -> function.name();
      case Record record -> List.of(record.getClass().getSimpleName(), record(record));
      case List<?> list when list.stream().allMatch(Matcher.class::isInstance) ->
          list.stream().map(Object::toString).sorted().toList();
      case List<?> list -> list.stream().map(Trees::of).toList();
      default -> value;
    };
  }

  private static @Nullable Object value(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
