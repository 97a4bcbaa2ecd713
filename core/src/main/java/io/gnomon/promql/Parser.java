package io.gnomon.promql;

import io.gnomon.model.Matcher;
import java.util.ArrayList;
import java.util.List;

/// Text to expression: precedence climbing over the grammar
///
/// ```
/// expr      = unary { operator [bool] [matching] unary }     loosest: or; tightest: ^ (right)
/// unary     = (+ | -) expr-of-^ | primary { suffix }
/// suffix    = "[" duration [":" [duration]] "]" | offset duration | "@" time | anchored | smoothed
/// primary   = number | duration | string | "(" expr ")" | selector | function | aggregation
/// ```
///
/// Syntax errors are thrown where they stand; the types are checked when the whole text is read.
public final class Parser {
  /// The longest query, in characters.
  public static final int MAX_LENGTH = 128 * 1024;

  private final Tokens tokens;
  private final Options options;
  private final Nesting nesting;
  private final LiteralParser literals;
  private final SelectorParser selectors;
  private final SuffixParser suffixes;

  /// What an error without a better context is said to be in.
  private String context = "";

  private Parser(String query, Options options) {
    this.tokens = new Tokens(query);
    this.options = options;
    this.nesting = new Nesting(tokens);
    this.literals = new LiteralParser(tokens);
    this.selectors = new SelectorParser(tokens, literals);
    this.suffixes = new SuffixParser(tokens, literals, options, nesting);
  }

  /// Throws `QueryException` of kind BAD_DATA, `line:column: parse error: ...`.
  public static Expr parse(String query, Options options) {
    checkLength(query);
    return new Parser(query, options).whole();
  }

  /// The matchers of a selector without modifiers, as the API's `match[]` has them.
  public static List<Matcher> parseSelector(String query, Options options) {
    checkLength(query);
    return new Parser(query, options).wholeSelector();
  }

  private static void checkLength(String query) {
    if (query.length() > MAX_LENGTH) {
      throw new QueryException(
          QueryException.Kind.BAD_DATA,
          "1:1: parse error: query too long: %d characters, at most %d"
              .formatted(query.length(), MAX_LENGTH));
    }
  }

  private Expr whole() {
    if (tokens.at(Token.Kind.EOF)) {
      throw tokens.error(0, "no expression found in input");
    }
    var expr = expression(0);
    expectEnd();
    new TypeCheck(tokens).check(expr);
    return expr;
  }

  private List<Matcher> wholeSelector() {
    if (!tokens.peek().kind().isMetricName() && !tokens.at(Token.Kind.LEFT_BRACE)) {
      throw unexpected();
    }
    var select = selectors.selector();
    expectEnd();
    new TypeCheck(tokens).check(select);
    return select.matchers();
  }

  private void expectEnd() {
    if (!tokens.at(Token.Kind.EOF)) {
      throw unexpected();
    }
  }

  private Expr expression(int loosest) {
    nesting.enter();
    var left = unary();
    while (true) {
      var op = tokens.peek().operator();
      if (op == null || op.precedence() < loosest) {
        nesting.leave();
        return left;
      }
      left = binary(left, op);
    }
  }

  private Expr binary(Expr left, BinaryOp op) {
    tokens.take();
    boolean bool = tokens.skip(Token.Kind.BOOL);
    var matching = new MatchingParser(tokens, literals, selectors).matching(op);
    var right = expression(op == BinaryOp.POW ? op.precedence() : op.precedence() + 1);
    if (MatchingParser.fills(matching) && !options.fillModifiers()) {
      throw tokens.error(
          left.span().start(), "binop fill modifiers are experimental and not enabled");
    }
    boolean vectors = left.type() == Expr.Type.VECTOR && right.type() == Expr.Type.VECTOR;
    return nesting.grow(
        new Expr.Binary(
            op,
            left,
            right,
            bool,
            vectors || MatchingParser.isWritten(matching) ? matching : null,
            tokens.from(left.span().start())),
        left,
        right);
  }

  private Expr unary() {
    if (!tokens.at(Token.Kind.ADD) && !tokens.at(Token.Kind.SUB)) {
      return suffixes.suffixed(primary());
    }
    var sign = tokens.take();
    boolean negative = sign.kind() == Token.Kind.SUB;
    var of = expression(BinaryOp.POW.precedence());
    var span = tokens.from(sign.start());
    return of instanceof Expr.Num(double value, boolean duration, _)
        ? new Expr.Num(negative ? -value : value, duration, span)
        : nesting.grow(new Expr.Unary(negative, of, span), of);
  }

  private Expr primary() {
    var token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER, DURATION -> literals.number();
      case STRING -> new Expr.Str(literals.string(), span(token));
      case LEFT_PAREN -> paren();
      case LEFT_BRACE -> selectors.selector();
      case AGGREGATE -> aggregateOrMetric();
      case NAME, QUERY_TIME -> callOrMetric();
      default -> {
        if (!token.kind().isMetricName()) {
          throw unexpected();
        }
        yield selectors.selector();
      }
    };
  }

  private Expr paren() {
    int start = tokens.take().start();
    var of = expression(0);
    if (!tokens.skip(Token.Kind.RIGHT_PAREN)) {
      throw unexpected();
    }
    return nesting.grow(new Expr.Paren(of, tokens.from(start)), of);
  }

  private Expr callOrMetric() {
    var name = tokens.take();
    if (!tokens.at(Token.Kind.LEFT_PAREN)) {
      return selectors.selector(name);
    }
    var args = arguments();
    var function = Functions.byName(name.text());
    if (function == null) {
      throw tokens.error(name.start(), "unknown function with name \"" + name.text() + "\"");
    }
    if (function.experimental() && !options.experimentalFunctions()) {
      throw tokens.error(name.start(), "function \"" + name.text() + "\" is not enabled");
    }
    return nesting.grow(
        new Expr.Call(function, args, tokens.from(name.start())), args.toArray(Expr[]::new));
  }

  private List<Expr> arguments() {
    tokens.take();
    var args = new ArrayList<Expr>();
    if (!tokens.at(Token.Kind.RIGHT_PAREN)) {
      do {
        args.add(expression(0));
      } while (moreArguments());
    }
    if (!tokens.skip(Token.Kind.RIGHT_PAREN)) {
      throw unexpected();
    }
    return List.copyOf(args);
  }

  private boolean moreArguments() {
    int comma = tokens.peek().start();
    if (!tokens.skip(Token.Kind.COMMA)) {
      return false;
    }
    if (!tokens.peek().kind().startsExpression()) {
      throw tokens.error(comma, "trailing commas not allowed in function call args");
    }
    return true;
  }

  private Expr aggregateOrMetric() {
    var word = tokens.take();
    return switch (tokens.peek().kind()) {
      case LEFT_PAREN, BY, WITHOUT -> aggregate(word);
      default -> selectors.selector(word);
    };
  }

  private Expr aggregate(Token word) {
    var outer = context;
    context = "aggregation";
    var before = selectors.grouping();
    if (!tokens.at(Token.Kind.LEFT_PAREN)) {
      throw unexpected();
    }
    var args = arguments();
    var span = tokens.from(word.start());
    context = outer;
    var grouping = before.isWritten() ? before : selectors.grouping();
    return aggregate(word.aggregate(), args, grouping, span);
  }

  private Expr aggregate(
      AggregateOp op, List<Expr> args, SelectorParser.Grouping grouping, Expr.Span written) {
    var span = new Expr.Span(written.start(), Math.max(written.end(), tokens.end()));
    checkArguments(op, args.size(), span.start());
    var param = op.hasParameter() ? args.getFirst() : null;
    return nesting.grow(
        new Expr.Aggregate(op, param, args.getLast(), grouping.without(), grouping.labels(), span),
        args.toArray(Expr[]::new));
  }

  private void checkArguments(AggregateOp op, int count, int start) {
    if (count == 0) {
      throw tokens.error(start, "no arguments for aggregate expression provided");
    }
    if (op.isExperimental() && !options.experimentalFunctions()) {
      throw tokens.error(
          start,
          op.word()
              + "() is experimental and must be enabled with"
              + " --enable-feature=promql-experimental-functions");
    }
    int wanted = op.hasParameter() ? 2 : 1;
    if (count != wanted) {
      throw tokens.error(
          start,
          "wrong number of arguments for aggregate expression provided, expected %d, got %d"
              .formatted(wanted, count));
    }
  }

  private QueryException unexpected() {
    return tokens.unexpected(context, "");
  }

  private static Expr.Span span(Token token) {
    return new Expr.Span(token.start(), token.end());
  }
}
