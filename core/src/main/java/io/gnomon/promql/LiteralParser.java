package io.gnomon.promql;

/// Numbers, durations and strings, taken from the tokens with their values.
final class LiteralParser {
  private final Tokens tokens;

  LiteralParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /// The number or duration that stands next.
  Expr.Num number() {
    var token = tokens.take();
    boolean duration = token.kind() == Token.Kind.DURATION;
    try {
      double value =
          duration ? Durations.parse(token.text()) / 1000.0 : Literals.number(token.text());
      return new Expr.Num(value, duration, new Expr.Span(token.start(), token.end()));
    } catch (IllegalArgumentException e) {
      throw tokens.error(token.start(), String.valueOf(e.getMessage()));
    }
  }

  /// A number or duration that may have a sign.
  double signedNumber(String context, String expected) {
    boolean negative = tokens.at(Token.Kind.SUB);
    if (negative || tokens.at(Token.Kind.ADD)) {
      tokens.take();
    }
    if (!tokens.at(Token.Kind.NUMBER) && !tokens.at(Token.Kind.DURATION)) {
      throw tokens.unexpected(context, expected);
    }
    double value = number().value();
    return negative ? -value : value;
  }

  /// The text of the string that stands next.
  String string() {
    return Literals.unquote(tokens.take().text());
  }
}
