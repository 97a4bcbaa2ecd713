package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.promql.op.Info;
import io.gnomon.promql.op.Moments;
import io.gnomon.promql.op.Select;
import io.gnomon.promql.op.VectorOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `info(v, {labels})`: without a selector, or without a name in it, the info series are those of
/// `target_info`. They are looked at when the vector's first selector looks.
final class InfoCall {
  private static final Matcher TARGET_INFO = Matcher.equal(Labels.NAME, "target_info");

  private InfoCall() {}

  static VectorOperator make(Planner planner, Expr.Call call) {
    var vector = call.args().getFirst();
    var matchers = new ArrayList<Matcher>();
    if (call.args().size() == 1) {
      matchers.add(TARGET_INFO);
    } else if (call.args().get(1) instanceof Expr.Select select) {
      matchers.addAll(select.matchers());
    }
    var times =
        new Select(
            planner.frame(),
            planner.selection(named(matchers)),
            new Moments(times(vector), planner.frame()),
            Select.Aspect.TIME);
    return Info.of(planner.frame(), planner.vector(vector), times, matchers);
  }

  private static List<Matcher> named(List<Matcher> matchers) {
    var hasName = matchers.stream().anyMatch(matcher -> matcher.name().equals(Labels.NAME));
    return hasName ? matchers : Stream.concat(Stream.of(TARGET_INFO), matchers.stream()).toList();
  }

  private static Expr.Times times(Expr vector) {
    return selects(vector).map(Expr.Select::times).findFirst().orElse(Expr.Times.NOW);
  }

  private static Stream<Expr.Select> selects(Expr expr) {
    return switch (expr) {
      case Expr.Select select -> Stream.of(select);
      case Expr.Range range -> Stream.of(range.of());
      case Expr.Paren paren -> selects(paren.of());
      case Expr.Unary unary -> selects(unary.of());
      case Expr.Subquery subquery -> selects(subquery.of());
      case Expr.Aggregate aggregate -> selects(aggregate.of());
      case Expr.Binary pair -> Stream.concat(selects(pair.left()), selects(pair.right()));
      case Expr.Call call -> call.args().stream().flatMap(InfoCall::selects);
      case Expr.Num _, Expr.Str _ -> Stream.empty();
    };
  }
}
