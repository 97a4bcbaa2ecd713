package io.gnomon.promql;

import io.gnomon.model.Matcher;
import io.gnomon.promql.Expr.At;
import io.gnomon.promql.Expr.Length;
import io.gnomon.promql.Expr.Times;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression as the nested maps and lists that `/api/v1/parse_query` answers.
public final class SyntaxTree {
  private SyntaxTree() {}

  public static Map<String, @Nullable Object> of(Expr expr) {
    return switch (expr) {
      case Expr.Num num -> node("numberLiteral", "val", Numbers.plain(num.value()));
      case Expr.Str str -> node("stringLiteral", "val", str.value());
      case Expr.Select select -> selector("vectorSelector", select);
      case Expr.Range range -> range(range);
      case Expr.Subquery subquery -> subquery(subquery);
      case Expr.Call call -> call(call);
      case Expr.Aggregate aggregate -> aggregate(aggregate);
      case Expr.Binary binary -> binary(binary);
      case Expr.Unary unary ->
          node("unaryExpr", "op", unary.negative() ? "-" : "+", "expr", of(unary.of()));
      case Expr.Paren paren -> node("parenExpr", "expr", of(paren.of()));
    };
  }

  private static Map<String, @Nullable Object> selector(String type, Expr.Select select) {
    var node =
        node(
            type,
            "name",
            select.name(),
            "matchers",
            select.matchers().stream().map(SyntaxTree::matcher).toList(),
            "anchored",
            select.ends() == Expr.Ends.ANCHORED,
            "smoothed",
            select.ends() == Expr.Ends.SMOOTHED);
    node.putAll(times(select.times()));
    return node;
  }

  private static Map<String, @Nullable Object> matcher(Matcher matcher) {
    return map("name", matcher.name(), "value", matcher.value(), "type", matcher.op().toString());
  }

  private static Map<String, @Nullable Object> times(Times times) {
    return map(
        "offset",
        millis(times.offset()),
        "timestamp",
        times.at() instanceof At.Time(long millis) ? millis : null,
        "startOrEnd",
        switch (times.at()) {
          case At.Start _ -> "start";
          case At.End _ -> "end";
          case null, default -> null;
        });
  }

  /// What a length expression comes to is not known before the query's times are.
  private static long millis(@Nullable Length length) {
    return length == null ? 0 : length.millis();
  }

  private static Map<String, @Nullable Object> range(Expr.Range range) {
    var node = selector("matrixSelector", range.of());
    node.put("range", range.range().millis());
    return node;
  }

  private static Map<String, @Nullable Object> subquery(Expr.Subquery subquery) {
    var node =
        node(
            "subquery",
            "expr",
            of(subquery.of()),
            "range",
            subquery.range().millis(),
            "step",
            millis(subquery.step()));
    node.putAll(times(subquery.times()));
    return node;
  }

  private static Map<String, @Nullable Object> call(Expr.Call call) {
    return node(
        "call",
        "func",
        function(call.function()),
        "args",
        call.args().stream().map(SyntaxTree::of).toList());
  }

  private static Map<String, @Nullable Object> function(Function function) {
    return map(
        "name",
        function.name(),
        "argTypes",
        function.args().stream().map(SyntaxTree::type).toList(),
        "variadic",
        function.variadic() ? -1 : function.optional(),
        "returnType",
        type(function.result()));
  }

  private static String type(Expr.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> aggregate(Expr.Aggregate aggregate) {
    return node(
        "aggregation",
        "op",
        aggregate.op().word(),
        "expr",
        of(aggregate.of()),
        "param",
        aggregate.param() == null ? null : of(aggregate.param()),
        "grouping",
        aggregate.labels(),
        "without",
        aggregate.without());
  }

  private static Map<String, @Nullable Object> binary(Expr.Binary binary) {
    return node(
        "binaryExpr",
        "op",
        binary.op().toString(),
        "lhs",
        of(binary.left()),
        "rhs",
        of(binary.right()),
        "matching",
        binary.matching() == null ? null : matching(binary.matching()),
        "bool",
        binary.bool());
  }

  private static Map<String, @Nullable Object> matching(Expr.Matching matching) {
    return map(
        "card",
        matching.cardinality().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "labels",
        matching.labels(),
        "on",
        matching.on(),
        "include",
        matching.include(),
        "fillValues",
        map("lhs", matching.fillLeft(), "rhs", matching.fillRight()));
  }

  private static Map<String, @Nullable Object> node(String type, @Nullable Object... rest) {
    var node = map("type", type);
    node.putAll(map(rest));
    return node;
  }

  /// A map of key, value, key, value, ..., in that order, for values may be null.
  private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }
}
