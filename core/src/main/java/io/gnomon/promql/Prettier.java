package io.gnomon.promql;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;

/// An expression on several lines, as `/api/v1/format_query` answers: what fits on a line stays on
/// it, what does not is split at its outermost operator or parentheses, its parts indented by one
/// level more.
public final class Prettier {
  private static final int MAX_LINE = 100;

  private Prettier() {}

  public static String print(Expr expr) {
    return print(expr, 0);
  }

  private static String print(Expr expr, int level) {
    var indent = "  ".repeat(level);
    return switch (expr) {
      case Expr.Unary unary ->
          indent + (unary.negative() ? "-" : "+") + print(unary.of(), level).strip();
      case Expr.Subquery subquery -> subquery(subquery, level);
      default -> fits(expr) ? indent + expr : split(expr, level, indent);
    };
  }

  private static String split(Expr expr, int level, String indent) {
    return switch (expr) {
      case Expr.Paren paren -> indent + "(\n" + print(paren.of(), level + 1) + "\n" + indent + ")";
      case Expr.Call call -> call(call, level, indent);
      case Expr.Aggregate aggregate -> aggregate(aggregate, level, indent);
      case Expr.Binary binary ->
          print(binary.left(), level + 1)
              + "\n"
              + indent
              + Printer.operator(binary)
              + "\n"
              + print(binary.right(), level + 1);
      default -> indent + expr;
    };
  }

  private static String call(Expr.Call call, int level, String indent) {
    var args = call.args().stream().map(arg -> print(arg, level + 1)).collect(joining(",\n"));
    return indent + call.function().name() + "(\n" + args + "\n" + indent + ")";
  }

  private static String aggregate(Expr.Aggregate aggregate, int level, String indent) {
    var param = aggregate.param() == null ? "" : print(aggregate.param(), level + 1) + ",\n";
    return indent
        + Printer.head(aggregate)
        + "(\n"
        + param
        + print(aggregate.of(), level + 1)
        + "\n"
        + indent
        + ")";
  }

  /// Prometheus leaves a subquery that fits without its indentation.
  private static String subquery(Expr.Subquery subquery, int level) {
    return fits(subquery)
        ? subquery.toString()
        : print(subquery.of(), level) + Printer.suffix(subquery);
  }

  private static boolean fits(Expr expr) {
    return expr.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_LINE;
  }
}
