package io.gnomon.promql;

import org.jspecify.annotations.Nullable;

/// The tokens of a query with one token of lookahead, read no earlier than it is asked for, so that
/// errors come in the order of the text.
final class Tokens {
  private final String query;
  private final Lexer lexer;
  private final ParseErrors errors;
  private @Nullable Token next;
  private int end;

  Tokens(String query) {
    this.query = query;
    this.lexer = new Lexer(query);
    this.errors = new ParseErrors(query);
  }

  Token peek() {
    if (next == null) {
      next = lexer.next();
    }
    return next;
  }

  boolean at(Token.Kind kind) {
    return peek().kind() == kind;
  }

  Token take() {
    var token = peek();
    next = null;
    end = token.end();
    return token;
  }

  /// Takes the token if it is of that kind.
  boolean skip(Token.Kind kind) {
    boolean there = at(kind);
    if (there) {
      take();
    }
    return there;
  }

  Token expect(Token.Kind kind, String context, String expected) {
    if (!at(kind)) {
      throw unexpected(context, expected);
    }
    return take();
  }

  /// Where the last token taken ends.
  int end() {
    return end;
  }

  /// The span from a place to the last token taken.
  Expr.Span from(int start) {
    return new Expr.Span(start, end);
  }

  /// The first place from there that is not blank.
  int skipBlanks(int offset) {
    int at = offset;
    while (at < query.length() && " \t\n\r".indexOf(query.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  QueryException unexpected(String context, String expected) {
    var in = context.isEmpty() ? "" : " in " + context;
    var instead = expected.isEmpty() ? "" : ", expected " + expected;
    return error(peek().start(), "unexpected " + peek().describe() + in + instead);
  }

  QueryException error(int offset, String message) {
    return errors.at(offset, message);
  }
}
