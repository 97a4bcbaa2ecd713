package io.gnomon.rules;

import io.gnomon.model.Labels;
import io.gnomon.promql.BinaryOp;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.QueryException;
import io.gnomon.store.SeriesSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is probably not meant in a rule though it can be evaluated. Some faults show in the text
/// alone, others only beside the series there are.
public final class RuleLint {
  private final SeriesSource source;
  private final Engine engine;
  private final long now;

  public RuleLint(SeriesSource source, long now) {
    this.source = source;
    this.engine = new Engine(source, Options.DEFAULT);
    this.now = now;
  }

  /// Warnings that need no data: `group/rule: what`.
  public static List<String> ofText(List<RuleGroup> groups) {
    return each(groups, rule -> divisions(rule.expr()).flatMap(d -> sameSeries(d).stream()));
  }

  /// Warnings beside the series of a store.
  public List<String> ofData(List<RuleGroup> groups) {
    return each(
        groups,
        rule ->
            Stream.concat(
                nothing(rule.expr()).stream(),
                divisions(rule.expr()).flatMap(d -> byZero(d).stream())));
  }

  private interface Check {
    Stream<String> of(Rule rule);
  }

  private static List<String> each(List<RuleGroup> groups, Check check) {
    var found = new ArrayList<String>();
    for (var group : groups) {
      for (var rule : group.rules()) {
        check.of(rule).forEach(what -> found.add(group.name() + "/" + rule.name() + ": " + what));
      }
    }
    return found;
  }

  /// `rate(a{code="5"}[5m]) / rate(a[5m])` joins every series with itself: it is 1 wherever it is.
  private static Optional<String> sameSeries(Expr.Binary division) {
    var left = single(division.left());
    var right = single(division.right());
    boolean joinsAll = division.matching() == null || division.matching().labels().isEmpty();
    if (!joinsAll || left.isEmpty() || right.isEmpty() || left.get().name().isEmpty()) {
      return Optional.empty();
    }
    var above = new HashSet<>(left.get().matchers());
    boolean narrower =
        left.get().name().equals(right.get().name())
            && above.containsAll(right.get().matchers())
            && above.size() > right.get().matchers().size();
    return narrower
        ? Optional.of(
            "divides every series of %s by itself, which is always 1; sum both sides first"
                .formatted(left.get().name()))
        : Optional.empty();
  }

  /// The one selector of an expression that keeps each series apart.
  private static Optional<Expr.Select> single(Expr expr) {
    return switch (expr) {
      case Expr.Select select -> Optional.of(select);
      case Expr.Range range -> Optional.of(range.of());
      case Expr.Paren(var inner, _) -> single(inner);
      case Expr.Call call when call.args().size() == 1 -> single(call.args().getFirst());
      default -> Optional.empty();
    };
  }

  private Optional<String> byZero(Expr.Binary division) {
    try {
      var result = engine.plan(division, Limits.DEFAULT).at(now);
      for (int row = 0; row < result.size(); row++) {
        if (Double.isInfinite(result.values(row)[0])) {
          return Optional.of(infinite(division, result.labels(row)));
        }
      }
      return Optional.empty();
    } catch (QueryException e) {
      return Optional.of("cannot be evaluated: " + e.getMessage());
    }
  }

  private static String infinite(Expr.Binary division, Labels labels) {
    return "divides by %s, which is 0 now for %s: the result is infinite"
        .formatted(division.right(), labels);
  }

  /// A rule none of whose selectors finds a series.
  private Optional<String> nothing(Expr expr) {
    var selectors = selectors(expr).toList();
    boolean none =
        !selectors.isEmpty()
            && selectors.stream().allMatch(select -> source.select(select.matchers()).length == 0);
    return none
        ? Optional.of("matches nothing: there is no series " + selectors.getFirst())
        : Optional.empty();
  }

  private static Stream<Expr.Select> selectors(Expr expr) {
    return nodes(expr).filter(Expr.Select.class::isInstance).map(Expr.Select.class::cast);
  }

  private static Stream<Expr.Binary> divisions(Expr expr) {
    return nodes(expr)
        .filter(node -> node instanceof Expr.Binary binary && binary.op() == BinaryOp.DIV)
        .map(Expr.Binary.class::cast);
  }

  private static Stream<Expr> nodes(Expr expr) {
    return Stream.concat(Stream.of(expr), children(expr).flatMap(RuleLint::nodes));
  }

  private static Stream<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.Num _, Expr.Str _, Expr.Select _ -> Stream.of();
      case Expr.Range range -> Stream.of(range.of());
      case Expr.Subquery subquery -> Stream.of(subquery.of());
      case Expr.Call call -> call.args().stream();
      case Expr.Aggregate aggregate ->
          Stream.concat(Stream.ofNullable(aggregate.param()), Stream.of(aggregate.of()));
      case Expr.Binary binary -> Stream.of(binary.left(), binary.right());
      case Expr.Unary unary -> Stream.of(unary.of());
      case Expr.Paren paren -> Stream.of(paren.of());
    };
  }
}
