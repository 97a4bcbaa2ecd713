package io.gnomon.promql;

import io.gnomon.promql.Expr.At;
import io.gnomon.promql.Expr.Ends;
import io.gnomon.promql.Expr.Length;
import io.gnomon.promql.Expr.Times;

/// What may follow an expression: a range or subquery in brackets, `offset`, `@`, `anchored`,
/// `smoothed`.
final class SuffixParser {
  private final Tokens tokens;
  private final LiteralParser literals;
  private final Options options;
  private final Nesting nesting;
  private final DurationParser durations;

  SuffixParser(Tokens tokens, LiteralParser literals, Options options, Nesting nesting) {
    this.tokens = tokens;
    this.literals = literals;
    this.options = options;
    this.nesting = nesting;
    this.durations = new DurationParser(tokens, literals, options, nesting);
  }

  Expr suffixed(Expr expr) {
    var result = expr;
    while (true) {
      switch (tokens.peek().kind()) {
        case LEFT_BRACKET -> result = bracketed(result);
        case OFFSET -> result = offset(result);
        case AT -> result = at(result);
        case ANCHORED -> result = ends(result, Ends.ANCHORED);
        case SMOOTHED -> result = ends(result, Ends.SMOOTHED);
        default -> {
          return result;
        }
      }
    }
  }

  private Expr bracketed(Expr of) {
    int bracket = tokens.take().start();
    var range = durations.inBrackets(false);
    if (tokens.skip(Token.Kind.COLON)) {
      return subquery(of, range);
    }
    tokens.expect(Token.Kind.RIGHT_BRACKET, "subquery or range", "\":\" or \"]\"");
    var select = rangeable(of, bracket);
    return nesting.grow(new Expr.Range(select, range, tokens.from(of.span().start())), select);
  }

  private Expr.Select rangeable(Expr of, int bracket) {
    if (!(of instanceof Expr.Select select)) {
      throw tokens.error(bracket, "ranges only allowed for vector selectors");
    }
    var offset = select.times().offset();
    if (offset != null) {
      throw tokens.error(bracket, "no offset modifiers allowed before range");
    }
    if (select.times().at() != null) {
      throw tokens.error(bracket, "no @ modifiers allowed before range");
    }
    return select;
  }

  private Expr subquery(Expr of, Length range) {
    var step = tokens.at(Token.Kind.RIGHT_BRACKET) ? null : durations.inBrackets(true);
    tokens.expect(Token.Kind.RIGHT_BRACKET, "subquery selector", "\"]\"");
    return nesting.grow(
        new Expr.Subquery(of, range, step, Times.NOW, tokens.from(of.span().start())), of);
  }

  private Expr offset(Expr of) {
    tokens.take();
    var offset = durations.afterOffset();
    var times = times(of, "offset");
    if (times.offset() != null) {
      throw tokens.error(of.span().start(), "offset may not be set multiple times");
    }
    return with(of, new Times(offset.isSet() ? offset : null, times.at()));
  }

  private Expr at(Expr of) {
    tokens.take();
    var at = tokens.at(Token.Kind.QUERY_TIME) ? boundary() : time(of);
    var times = times(of, "@");
    if (times.at() != null) {
      throw tokens.error(of.span().start(), "@ <timestamp> may not be set multiple times");
    }
    return with(of, new Times(times.offset(), at));
  }

  private At boundary() {
    boolean start = tokens.peek().is("start");
    if (!start && !tokens.peek().is("end")) {
      throw tokens.unexpected("@", "timestamp");
    }
    tokens.take();
    tokens.expect(Token.Kind.LEFT_PAREN, "@", "timestamp");
    tokens.expect(Token.Kind.RIGHT_PAREN, "@", "timestamp");
    return start ? new At.Start() : new At.End();
  }

  private At time(Expr of) {
    double seconds = literals.signedNumber("@", "timestamp");
    if (!(Math.abs(seconds) < 0x1p63)) {
      throw tokens.error(
          of.span().start(),
          "timestamp out of bounds for @ modifier: "
              + (Double.isNaN(seconds) ? "NaN" : String.format("%f", seconds)));
    }
    return new At.Time(Math.round(seconds * 1000));
  }

  private Times times(Expr of, String modifier) {
    return switch (of) {
      case Expr.Select select -> select.times();
      case Expr.Range range -> range.of().times();
      case Expr.Subquery subquery -> subquery.times();
      default ->
          throw tokens.error(
              of.span().start(),
              modifier
                  + " modifier must be preceded by an instant vector selector or range vector selector or a"
                  + " subquery");
    };
  }

  private Expr with(Expr of, Times times) {
    var span = tokens.from(of.span().start());
    return switch (of) {
      case Expr.Select s -> new Expr.Select(s.name(), s.matchers(), times, s.ends(), span);
      case Expr.Range(var s, var range, _) ->
          new Expr.Range(
              new Expr.Select(s.name(), s.matchers(), times, s.ends(), s.span()), range, span);
      case Expr.Subquery s ->
          nesting.grow(new Expr.Subquery(s.of(), s.range(), s.step(), times, span), s.of());
      default -> of;
    };
  }

  private Expr ends(Expr of, Ends ends) {
    var word = tokens.take().kind().text();
    int start = of.span().start();
    if (!options.extendedRangeSelectors()) {
      throw tokens.error(start, word + " modifier is experimental and not enabled");
    }
    return switch (of) {
      case Expr.Select select -> with(select, ends);
      case Expr.Range(var select, var range, var span) ->
          new Expr.Range(with(select, ends), range, span);
      case Expr.Subquery _ ->
          throw tokens.error(start, word + " modifier is not supported for subqueries");
      default -> throw tokens.error(start, word + " modifier not implemented");
    };
  }

  private Expr.Select with(Expr.Select of, Ends ends) {
    if (of.ends() != Ends.PLAIN && of.ends() != ends) {
      throw tokens.error(
          of.span().start(), "anchored and smoothed modifiers cannot be used together");
    }
    return new Expr.Select(of.name(), of.matchers(), of.times(), ends, of.span());
  }
}
