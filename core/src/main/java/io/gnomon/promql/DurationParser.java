package io.gnomon.promql;

import io.gnomon.promql.Expr.Length;
import java.util.List;
import java.util.Locale;

/// Lengths of time in brackets and after `offset`: numbers of seconds and durations, and with
/// duration expressions on, arithmetic over them and over the query's own step and range.
final class DurationParser {
  private static final String EXPECTED = "number, duration, step(), or range()";
  private static final double MAX_SECONDS = 0x1p63 / 1e9;

  private final Tokens tokens;
  private final LiteralParser literals;
  private final Options options;
  private final Nesting nesting;
  private String context = "";
  private String expected = "";

  DurationParser(Tokens tokens, LiteralParser literals, Options options, Nesting nesting) {
    this.tokens = tokens;
    this.literals = literals;
    this.options = options;
    this.nesting = nesting;
  }

  /// Whether the word may stand in a duration expression.
  static boolean isWord(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "step", "range", "min_of", "max_of" -> true;
      default -> false;
    };
  }

  /// A range or a step: above zero.
  Length inBrackets(boolean step) {
    context = step ? "subquery selector" : "subquery or range selector";
    expected = step ? "number, duration, step(), range(), or \"]\"" : EXPECTED;
    var expr = expression(0);
    if (expr instanceof Expr.Num num && num.value() <= 0) {
      throw tokens.error(num.span().start(), "duration must be greater than 0");
    }
    return length(expr);
  }

  /// A literal with a sign, or what is closed in itself: `offset 1m + 1m` adds to the offset
  /// vector.
  Length afterOffset() {
    context = "offset";
    expected = EXPECTED;
    var expr = isSign() ? signed() : primary();
    if (expr instanceof Expr.Num num && num.duration() && num.value() == 0) {
      throw tokens.error(num.span().start(), "duration must be greater than 0");
    }
    return length(expr);
  }

  private boolean isSign() {
    return tokens.at(Token.Kind.ADD) || tokens.at(Token.Kind.SUB);
  }

  private static Length length(Expr expr) {
    return expr instanceof Expr.Num num
        ? new Length(millis(num.value()), null)
        : new Length(0, expr);
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1e9) / 1_000_000;
  }

  private Expr expression(int loosest) {
    nesting.enter();
    var left = isSign() ? signed() : primary();
    while (true) {
      var op = tokens.peek().operator();
      if (op == null || !isArithmetic(op) || op.precedence() < loosest) {
        nesting.leave();
        return left;
      }
      left = binary(left, op);
    }
  }

  private static boolean isArithmetic(BinaryOp op) {
    return switch (op) {
      case ADD, SUB, MUL, DIV, MOD, POW -> true;
      default -> false;
    };
  }

  private Expr binary(Expr left, BinaryOp op) {
    var sign = tokens.take();
    var right = expression(op == BinaryOp.POW ? op.precedence() : op.precedence() + 1);
    checkEnabled(left);
    if (right instanceof Expr.Num num && num.value() == 0) {
      if (op == BinaryOp.DIV) {
        throw tokens.error(sign.start(), "division by zero");
      }
      if (op == BinaryOp.MOD) {
        throw tokens.error(sign.start(), "modulo by zero");
      }
    }
    var span = tokens.from(left.span().start());
    return nesting.grow(new Expr.Binary(op, left, right, false, null, span), left, right);
  }

  private Expr signed() {
    var sign = tokens.take();
    boolean negative = sign.kind() == Token.Kind.SUB;
    nesting.enter();
    var of = isSign() ? signed() : primary();
    nesting.leave();
    var span = tokens.from(sign.start());
    if (of instanceof Expr.Num(double value, boolean duration, _)) {
      return new Expr.Num(negative ? -value : value, duration, span);
    }
    return negative ? nesting.grow(new Expr.Unary(true, of, span), of) : of;
  }

  private Expr primary() {
    return switch (tokens.peek().kind()) {
      case NUMBER, DURATION -> literal();
      case LEFT_PAREN -> paren();
      case NAME, QUERY_TIME -> call();
      default -> throw unexpected();
    };
  }

  private Expr literal() {
    var num = literals.number();
    if (Math.abs(num.value()) > MAX_SECONDS || Double.isNaN(num.value())) {
      throw tokens.error(num.span().start(), "duration out of range");
    }
    return num;
  }

  private Expr paren() {
    int start = tokens.take().start();
    var of = expression(0);
    tokens.expect(Token.Kind.RIGHT_PAREN, context, expected);
    checkEnabled(of);
    return of instanceof Expr.Num ? of : nesting.grow(new Expr.Paren(of, tokens.from(start)), of);
  }

  private Expr call() {
    var word = tokens.peek().text().toLowerCase(Locale.ROOT);
    var function = Functions.byName(word);
    if (function == null || !isWord(word)) {
      throw unexpected();
    }
    var name = tokens.take();
    tokens.expect(Token.Kind.LEFT_PAREN, context, expected);
    var args = function.args().isEmpty() ? List.<Expr>of() : pair();
    tokens.expect(Token.Kind.RIGHT_PAREN, context, expected);
    var call = new Expr.Call(function, args, tokens.from(name.start()));
    checkEnabled(call);
    return nesting.grow(call, args.toArray(Expr[]::new));
  }

  private List<Expr> pair() {
    var left = expression(0);
    tokens.expect(Token.Kind.COMMA, context, expected);
    return List.of(left, expression(0));
  }

  private QueryException unexpected() {
    return tokens.unexpected(context, expected);
  }

  private void checkEnabled(Expr expr) {
    if (!options.durationExpressions()) {
      throw tokens.error(expr.span().start(), "experimental duration expression is not enabled");
    }
  }
}
