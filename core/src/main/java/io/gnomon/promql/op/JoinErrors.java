package io.gnomon.promql.op;

import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Joins that do not come out, in Prometheus's words.
final class JoinErrors {
  private JoinErrors() {}

  static QueryException manyToMany(Labels group, String side, Labels a, Labels b) {
    var pair = Stream.of(print(a), print(b)).sorted().collect(Collectors.joining(", "));
    return failure(
        "found duplicate series for the match group "
            + print(group)
            + " on the "
            + side
            + " hand-side of the operation: ["
            + pair
            + "];many-to-many matching not allowed: matching labels must be unique on one side");
  }

  static QueryException needsGroup() {
    return failure(
        "multiple matches for labels: many-to-one matching must be explicit"
            + " (group_left/group_right)");
  }

  static QueryException notUnique() {
    return failure("multiple matches for labels: grouping labels must ensure unique matches");
  }

  private static QueryException failure(String message) {
    return new QueryException(Kind.EXECUTION, message);
  }

  /// All labels in braces, the name among them.
  static String print(Labels labels) {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> LabelText.name(labels.name(i)) + "=" + LabelText.quote(labels.value(i)))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
