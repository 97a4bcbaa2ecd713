package io.gnomon.promql;

import static java.util.stream.Collectors.toSet;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Invents series that the selectors of an expression select: for each label a value that all its
/// matchers accept.
final class SelectedSeries {
  private SelectedSeries() {}

  static Set<Labels> of(Expr expr) {
    return selectors(expr).stream().flatMap(select -> of(select).stream()).collect(toSet());
  }

  static List<Expr.Select> selectors(Expr expr) {
    return switch (expr) {
      case Expr.Num _, Expr.Str _ -> List.of();
      case Expr.Select select -> List.of(select);
      case Expr.Range range -> List.of(range.of());
      case Expr.Subquery subquery -> selectors(subquery.of());
      case Expr.Call call -> call.args().stream().flatMap(arg -> selectors(arg).stream()).toList();
      case Expr.Aggregate aggregate -> selectors(aggregate.of());
      case Expr.Binary binary ->
          Stream.of(binary.left(), binary.right())
              .flatMap(side -> selectors(side).stream())
              .toList();
      case Expr.Unary unary -> selectors(unary.of());
      case Expr.Paren paren -> selectors(paren.of());
    };
  }

  /// Nothing for a selector that contradicts itself, like `{a=~"x",a=~"y"}`.
  static Optional<Labels> of(Expr.Select select) {
    var labels = new TreeMap<String, String>();
    for (var matcher : select.matchers()) {
      var name = matcher.name();
      var value = value(select.matchers().stream().filter(m -> m.name().equals(name)).toList());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      labels.put(name, value.get());
    }
    return Optional.of(Labels.of(labels));
  }

  private static Optional<String> value(List<Matcher> matchers) {
    return matchers.stream()
        .flatMap(SelectedSeries::candidates)
        .filter(value -> matchers.stream().allMatch(matcher -> matcher.test(value)))
        .findFirst();
  }

  private static Stream<String> candidates(Matcher matcher) {
    var general = Stream.of("x", "1", "other", "");
    return switch (matcher.op()) {
      case EQUAL -> Stream.of(matcher.value());
      case REGEX -> Stream.concat(Stream.of(example(matcher.value())), general);
      case NOT_EQUAL, NOT_REGEX -> general;
    };
  }

  /// The shortest text of many that a simple regular expression matches.
  private static String example(String regex) {
    return regex
        .replaceAll("\\\\d[+*]?", "1")
        .replaceAll("\\[\\^[^\\]]*\\][+*]?", "x")
        .replaceAll("\\[([^\\]])[^\\]]*\\][+*]?", "$1")
        .replaceAll("\\(\\?:|\\(", "(")
        .replaceAll("\\(([^()|]*)[^()]*\\)[?*+]?", "$1")
        .replaceAll("\\|.*", "")
        .replaceAll("\\.[*?]", "")
        .replaceAll("\\.\\+", "x")
        .replaceAll("[\\^$]", "")
        .replaceAll("(?<!\\\\)\\.", "x")
        .replaceAll("\\\\(.)", "$1");
  }
}
