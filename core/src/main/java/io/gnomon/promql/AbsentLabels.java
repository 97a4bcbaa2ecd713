package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/// The labels that the answer of `absent` can know: those that the selector demands.
final class AbsentLabels {
  private AbsentLabels() {}

  static Labels of(Expr arg) {
    return switch (arg) {
      case Expr.Select select -> of(select.matchers());
      case Expr.Range range -> of(range.of().matchers());
      default -> Labels.EMPTY;
    };
  }

  /// A label that is asked for more than once, or otherwise than by equality, is not known.
  private static Labels of(List<Matcher> matchers) {
    var labels = new TreeMap<String, String>();
    var seen = new HashSet<String>();
    for (var matcher : matchers) {
      if (matcher.name().equals(Labels.NAME)) {
        continue;
      }
      if (matcher.op() == Matcher.Op.EQUAL && seen.add(matcher.name())) {
        labels.put(matcher.name(), matcher.value());
      } else {
        labels.remove(matcher.name());
      }
    }
    return Labels.of(labels);
  }
}
