package io.gnomon.promql;

import io.gnomon.model.Matcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parser makes of a query: an immutable tree. Every node knows where it stands in the
/// text, and prints itself as Prometheus prints it, so that the printed text parses to the same
/// tree.
public sealed interface Expr {
  /// Where the text of a node stands, as offsets of characters: `[start, end)`.
  record Span(int start, int end) {
    /// Where it starts in the query, `line:column`, columns in UTF-8 bytes as Prometheus counts.
    public String in(String query) {
      if (query.isEmpty()) {
        return "unknown position";
      }
      var before = query.substring(0, Math.min(start, query.length()));
      int lineStart = before.lastIndexOf('\n') + 1;
      long line = 1 + before.chars().filter(c -> c == '\n').count();
      int column = 1 + before.substring(lineStart).getBytes(StandardCharsets.UTF_8).length;
      return line + ":" + column;
    }
  }

  /// The type a node evaluates to, in Prometheus's words.
  enum Type {
    SCALAR("scalar"),
    STRING("string"),
    VECTOR("instant vector"),
    MATRIX("range vector");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  Span span();

  Type type();

  /// A number, or a duration in seconds that keeps its unit when printed.
  record Num(double value, boolean duration, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.SCALAR;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  record Str(String value, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.STRING;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /// A length of time in a modifier: a constant in milliseconds or, with duration expressions on, a
  /// scalar expression in seconds that is settled when the query's times are known.
  record Length(long millis, @Nullable Expr expr) {
    /// An offset of zero is none.
    public boolean isSet() {
      return millis != 0 || expr != null;
    }
  }

  /// When a selector or subquery looks: `offset`, and `@` a time or the query's start or end.
  record Times(@Nullable Length offset, @Nullable At at) {
    public static final Times NOW = new Times(null, null);
  }

  sealed interface At {
    record Time(long millis) implements At {}

    record Start() implements At {}

    record End() implements At {}
  }

  /// How a range window treats its ends, with extended range selectors on.
  enum Ends {
    PLAIN,
    ANCHORED,
    SMOOTHED
  }

  /// `name{matchers}`; the name (empty when there is none before the braces) is among the matchers
  /// too.
  record Select(String name, List<Matcher> matchers, Times times, Ends ends, Span span)
      implements Expr {
    @Override
    public Type type() {
      return Type.VECTOR;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /// `selector[range]`; the selector carries the modifiers.
  record Range(Select of, Length range, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.MATRIX;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /// `expr[range:step]`; without a step the engine's default counts.
  record Subquery(Expr of, Length range, @Nullable Length step, Times times, Span span)
      implements Expr {
    @Override
    public Type type() {
      return Type.MATRIX;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  record Call(Function function, List<Expr> args, Span span) implements Expr {
    @Override
    public Type type() {
      return function.result();
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /// `op by (labels) (param, of)`; without `by` or `without`, labels are empty and without is
  /// false.
  record Aggregate(
      AggregateOp op,
      @Nullable Expr param,
      Expr of,
      boolean without,
      List<String> labels,
      Span span)
      implements Expr {
    @Override
    public Type type() {
      return Type.VECTOR;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /// Which side of a join may have several series for one of the other.
  enum Cardinality {
    ONE_TO_ONE,
    MANY_TO_ONE,
    ONE_TO_MANY,
    MANY_TO_MANY
  }

  /// How two vectors are matched: `on` or `ignoring` labels, `group_left/right(include)`, `fill`.
  record Matching(
      Cardinality cardinality,
      boolean on,
      List<String> labels,
      List<String> include,
      @Nullable Double fillLeft,
      @Nullable Double fillRight) {}

  /// The matching is there when both sides are vectors.
  record Binary(
      BinaryOp op, Expr left, Expr right, boolean bool, @Nullable Matching matching, Span span)
      implements Expr {
    @Override
    public Type type() {
      return left.type() == Type.SCALAR && right.type() == Type.SCALAR ? Type.SCALAR : Type.VECTOR;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /// `-of`, or `+of`, which changes nothing but is printed.
  record Unary(boolean negative, Expr of, Span span) implements Expr {
    @Override
    public Type type() {
      return of.type();
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  record Paren(Expr of, Span span) implements Expr {
    @Override
    public Type type() {
      return of.type();
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }
}
