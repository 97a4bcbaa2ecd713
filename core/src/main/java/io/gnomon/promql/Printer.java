package io.gnomon.promql;

import static java.util.stream.Collectors.joining;

import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.promql.Expr.At;
import io.gnomon.promql.Expr.Cardinality;
import io.gnomon.promql.Expr.Ends;
import io.gnomon.promql.Expr.Length;
import io.gnomon.promql.Expr.Matching;
import io.gnomon.promql.Expr.Times;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An expression as Prometheus prints it.
final class Printer {
  private final StringBuilder out = new StringBuilder();

  private Printer() {}

  static String print(Expr expr) {
    var printer = new Printer();
    printer.expr(expr);
    return printer.out.toString();
  }

  /// The operator of a binary expression, with `bool` and the matching.
  static String operator(Expr.Binary binary) {
    var printer = new Printer();
    printer.sign(binary);
    return printer.out.toString();
  }

  /// An aggregation up to its parenthesis.
  static String head(Expr.Aggregate aggregate) {
    var printer = new Printer();
    printer.word(aggregate);
    return printer.out.toString();
  }

  /// What stands behind the expression of a subquery.
  static String suffix(Expr.Subquery subquery) {
    var printer = new Printer();
    printer.window(subquery);
    return printer.out.toString();
  }

  private void expr(Expr expr) {
    switch (expr) {
      case Expr.Num num -> number(num);
      case Expr.Str str -> out.append(LabelText.quote(str.value()));
      case Expr.Select select -> select(select);
      case Expr.Range range -> range(range);
      case Expr.Subquery subquery -> subquery(subquery);
      case Expr.Call call -> call(call);
      case Expr.Aggregate aggregate -> aggregate(aggregate);
      case Expr.Binary binary -> binary(binary);
      case Expr.Unary unary -> unary(unary);
      case Expr.Paren paren -> paren(paren);
    }
  }

  private void number(Expr.Num num) {
    if (!num.duration()) {
      out.append(Numbers.plain(num.value()));
      return;
    }
    boolean negative = Math.copySign(1, num.value()) < 0;
    out.append(negative ? "-" : "")
        .append(Durations.print(Math.round(Math.abs(num.value()) * 1000)));
  }

  private void select(Expr.Select select) {
    matchers(select);
    at(select.times());
    ends(select.ends());
    offset(select.times());
  }

  private void matchers(Expr.Select select) {
    out.append(select.name());
    var inBraces =
        select.matchers().stream()
            .filter(matcher -> !isName(matcher, select.name()))
            .map(Matcher::toString)
            .sorted()
            .collect(joining(","));
    if (!inBraces.isEmpty()) {
      out.append('{').append(inBraces).append('}');
    }
  }

  private static boolean isName(Matcher matcher, String name) {
    return !name.isEmpty() && matcher.equals(Matcher.equal(Labels.NAME, name));
  }

  private void range(Expr.Range range) {
    matchers(range.of());
    out.append('[');
    length(range.range());
    out.append(']');
    ends(range.of().ends());
    at(range.of().times());
    offset(range.of().times());
  }

  private void subquery(Expr.Subquery subquery) {
    expr(subquery.of());
    window(subquery);
  }

  private void window(Expr.Subquery subquery) {
    out.append('[');
    length(subquery.range());
    out.append(':');
    if (subquery.step() != null) {
      length(subquery.step());
    }
    out.append(']');
    at(subquery.times());
    offset(subquery.times());
  }

  private void length(Length length) {
    if (length.expr() != null) {
      expr(length.expr());
    } else {
      out.append(Durations.print(length.millis()));
    }
  }

  private void ends(Ends ends) {
    if (ends != Ends.PLAIN) {
      out.append(' ').append(ends.name().toLowerCase(Locale.ROOT));
    }
  }

  private void at(Times times) {
    switch (times.at()) {
      case null -> {}
      case At.Time(long millis) -> time(millis);
      case At.Start _ -> out.append(" @ start()");
      case At.End _ -> out.append(" @ end()");
    }
  }

  private void time(long millis) {
    out.append(" @ ").append(millis < 0 ? "-" : "");
    long size = Math.abs(millis);
    out.append("%d.%03d".formatted(size / 1000, size % 1000));
  }

  private void offset(Times times) {
    if (times.offset() != null && times.offset().isSet()) {
      out.append(" offset ");
      length(times.offset());
    }
  }

  private void call(Expr.Call call) {
    out.append(call.function().name()).append('(');
    list(call.args());
    out.append(')');
  }

  private void list(List<Expr> args) {
    for (int i = 0; i < args.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      expr(args.get(i));
    }
  }

  private void aggregate(Expr.Aggregate aggregate) {
    word(aggregate);
    out.append('(');
    if (aggregate.param() != null) {
      expr(aggregate.param());
      out.append(", ");
    }
    expr(aggregate.of());
    out.append(')');
  }

  private void word(Expr.Aggregate aggregate) {
    out.append(aggregate.op().word());
    if (aggregate.without() || !aggregate.labels().isEmpty()) {
      labels(aggregate.without() ? " without" : " by", aggregate.labels());
      out.append(' ');
    }
  }

  private void labels(String word, List<String> labels) {
    out.append(word).append(labels.stream().map(LabelText::name).collect(joining(", ", " (", ")")));
  }

  private void binary(Expr.Binary binary) {
    expr(binary.left());
    out.append(' ');
    sign(binary);
    out.append(' ');
    expr(binary.right());
  }

  private void sign(Expr.Binary binary) {
    out.append(binary.op()).append(binary.bool() ? " bool" : "");
    if (binary.matching() != null) {
      matching(binary.matching());
    }
  }

  private void matching(Matching matching) {
    boolean grouped =
        matching.cardinality() == Cardinality.MANY_TO_ONE
            || matching.cardinality() == Cardinality.ONE_TO_MANY;
    if (grouped || matching.on() || !matching.labels().isEmpty()) {
      labels(matching.on() ? " on" : " ignoring", matching.labels());
    }
    if (grouped) {
      boolean left = matching.cardinality() == Cardinality.MANY_TO_ONE;
      labels(left ? " group_left" : " group_right", matching.include());
    }
    fills(matching.fillLeft(), matching.fillRight());
  }

  private void fills(@Nullable Double left, @Nullable Double right) {
    if (left != null && Objects.equals(left, right)) {
      fill("fill", left);
      return;
    }
    if (left != null) {
      fill("fill_left", left);
    }
    if (right != null) {
      fill("fill_right", right);
    }
  }

  private void fill(String word, double value) {
    out.append(' ').append(word).append(" (").append(Numbers.plain(value)).append(')');
  }

  private void unary(Expr.Unary unary) {
    out.append(unary.negative() ? '-' : '+');
    expr(unary.of());
  }

  private void paren(Expr.Paren paren) {
    out.append('(');
    expr(paren.of());
    out.append(')');
  }
}
