package io.gnomon.promql;

import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.List;

/// Refuses expressions whose types do not fit, children first, as Prometheus does once the text is
/// read.
final class TypeCheck {
  private final Tokens tokens;

  TypeCheck(Tokens tokens) {
    this.tokens = tokens;
  }

  Expr.Type check(Expr expr) {
    switch (expr) {
      case Expr.Num _, Expr.Str _ -> {}
      case Expr.Select select -> select(select, false);
      case Expr.Range range -> select(range.of(), false);
      case Expr.Subquery subquery -> subquery(subquery);
      case Expr.Call call -> call(call);
      case Expr.Aggregate aggregate -> aggregate(aggregate);
      case Expr.Binary binary -> new BinaryCheck(tokens, binary).run(this);
      case Expr.Unary unary -> unary(unary);
      case Expr.Paren paren -> check(paren.of());
    }
    return expr.type();
  }

  private void expect(Expr expr, Expr.Type type, String context) {
    var found = check(expr);
    if (found != type) {
      throw error(expr, "expected type " + type + " in " + context + ", got " + found);
    }
  }

  private void aggregate(Expr.Aggregate aggregate) {
    expect(aggregate.of(), Expr.Type.VECTOR, "aggregation expression");
    if (aggregate.param() != null) {
      boolean text = aggregate.op() == AggregateOp.COUNT_VALUES;
      expect(
          aggregate.param(), text ? Expr.Type.STRING : Expr.Type.SCALAR, "aggregation parameter");
    }
  }

  private void call(Expr.Call call) {
    count(call);
    var types = call.function().args();
    boolean info = call.function().name().equals("info");
    for (int i = 0; i < call.args().size(); i++) {
      var arg = call.args().get(i);
      if (info && i == 1) {
        infoSelector(arg);
      } else {
        expect(
            arg,
            types.get(Math.min(i, types.size() - 1)),
            "call to function \"" + call.function().name() + "\"");
      }
    }
  }

  private void count(Expr.Call call) {
    var function = call.function();
    int most = function.args().size();
    int least = most - function.optional();
    int count = call.args().size();
    boolean exact = least == most && !function.variadic();
    if (count >= least && (count <= most || function.variadic())) {
      return;
    }
    throw error(
        call,
        "expected %s%d argument(s) in call to \"%s\", got %d"
            .formatted(
                exact ? "" : count < least ? "at least " : "at most ",
                count < least ? least : most,
                function.name(),
                count));
  }

  /// The second argument of `info` names labels, never a metric, and may match nothing.
  private void infoSelector(Expr arg) {
    if (!(arg instanceof Expr.Select select)) {
      throw error(arg, "expected label selectors only");
    }
    if (!select.name().isEmpty()) {
      throw error(arg, "expected label selectors only, got vector selector instead");
    }
    select(select, true);
  }

  private void unary(Expr.Unary unary) {
    var type = check(unary.of());
    if (type != Expr.Type.SCALAR && type != Expr.Type.VECTOR) {
      throw error(
          unary,
          "unary expression only allowed on expressions of type scalar or instant vector, got \""
              + type
              + "\"");
    }
  }

  private void subquery(Expr.Subquery subquery) {
    var type = check(subquery.of());
    if (type != Expr.Type.VECTOR) {
      var name = type == Expr.Type.MATRIX ? "matrix" : type.toString();
      throw error(subquery, "subquery is only allowed on instant vector, got " + name + " instead");
    }
  }

  private void select(Expr.Select select, boolean mayMatchAll) {
    var matchers = select.matchers();
    if (!select.name().isEmpty()) {
      nameOnce(select, matchers.subList(0, matchers.size() - 1));
    } else if (!mayMatchAll && matchers.stream().allMatch(matcher -> matcher.test(""))) {
      throw error(select, "vector selector must contain at least one non-empty matcher");
    }
  }

  private void nameOnce(Expr.Select select, List<Matcher> inBraces) {
    for (var matcher : inBraces) {
      if (matcher.name().equals(Labels.NAME)) {
        throw error(
            select,
            "metric name must not be set twice: %s or %s"
                .formatted(LabelText.quote(select.name()), LabelText.quote(matcher.value())));
      }
    }
  }

  private QueryException error(Expr expr, String message) {
    return tokens.error(expr.span().start(), message);
  }
}
