package io.gnomon.promql;

import com.google.re2j.PatternSyntaxException;
import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.ArrayList;
import java.util.List;

/// Selectors with their matchers, lists of labels, and the literals in them.
final class SelectorParser {
  private static final String IN_MATCHERS = "label matching";
  private static final String IN_LABELS = "grouping opts";

  /// `by` or `without` labels, or neither.
  record Grouping(boolean isWritten, boolean without, List<String> labels) {
    static final Grouping NONE = new Grouping(false, false, List.of());
  }

  private final Tokens tokens;
  private final LiteralParser literals;

  SelectorParser(Tokens tokens, LiteralParser literals) {
    this.tokens = tokens;
    this.literals = literals;
  }

  /// `name`, `name{...}` or `{...}`.
  Expr.Select selector() {
    return tokens.at(Token.Kind.LEFT_BRACE)
        ? selector("", tokens.peek().start())
        : selector(tokens.take());
  }

  /// The selector whose name was just taken.
  Expr.Select selector(Token name) {
    return selector(name.text(), name.start());
  }

  private Expr.Select selector(String name, int start) {
    var matchers = new ArrayList<Matcher>();
    if (tokens.at(Token.Kind.LEFT_BRACE)) {
      matchers.addAll(matchers());
    }
    if (!name.isEmpty()) {
      matchers.add(Matcher.equal(Labels.NAME, name));
    }
    return new Expr.Select(
        name, List.copyOf(matchers), Expr.Times.NOW, Expr.Ends.PLAIN, tokens.from(start));
  }

  private List<Matcher> matchers() {
    tokens.take();
    var matchers = new ArrayList<Matcher>();
    while (!tokens.skip(Token.Kind.RIGHT_BRACE)) {
      matchers.add(matcher());
      if (!tokens.at(Token.Kind.RIGHT_BRACE)) {
        tokens.expect(Token.Kind.COMMA, IN_MATCHERS, "\",\" or \"}\"");
      }
    }
    return matchers;
  }

  private Matcher matcher() {
    if (!tokens.at(Token.Kind.NAME) && !tokens.at(Token.Kind.STRING)) {
      throw tokens.unexpected(IN_MATCHERS, "identifier or \"}\"");
    }
    int start = tokens.peek().start();
    boolean quoted = tokens.at(Token.Kind.STRING);
    var name = quoted ? literals.string() : tokens.take().text();
    if (quoted && !isOperator(tokens.peek().kind())) {
      return Matcher.equal(Labels.NAME, name);
    }
    var op = operator();
    if (!tokens.at(Token.Kind.STRING)) {
      throw tokens.unexpected(IN_MATCHERS, "string");
    }
    return matcher(start, name, op, literals.string());
  }

  private static boolean isOperator(Token.Kind kind) {
    return switch (kind) {
      case ASSIGN, NEQ, EQL_REGEX, NEQ_REGEX -> true;
      default -> false;
    };
  }

  private Matcher.Op operator() {
    var op =
        switch (tokens.peek().kind()) {
          case ASSIGN -> Matcher.Op.EQUAL;
          case NEQ -> Matcher.Op.NOT_EQUAL;
          case EQL_REGEX -> Matcher.Op.REGEX;
          case NEQ_REGEX -> Matcher.Op.NOT_REGEX;
          default -> throw tokens.unexpected(IN_MATCHERS, "label matching operator");
        };
    tokens.take();
    return op;
  }

  private Matcher matcher(int start, String name, Matcher.Op op, String value) {
    try {
      return new Matcher(name, op, value);
    } catch (PatternSyntaxException e) {
      throw tokens.error(start, String.valueOf(e.getMessage()));
    }
  }

  /// `by (labels)` or `without (labels)`, or nothing.
  Grouping grouping() {
    if (!tokens.at(Token.Kind.BY) && !tokens.at(Token.Kind.WITHOUT)) {
      return Grouping.NONE;
    }
    boolean without = tokens.take().kind() == Token.Kind.WITHOUT;
    return new Grouping(true, without, labels());
  }

  /// `(label, label)`; a comma may follow the last.
  List<String> labels() {
    tokens.expect(Token.Kind.LEFT_PAREN, IN_LABELS, "\"(\"");
    var labels = new ArrayList<String>();
    while (!tokens.skip(Token.Kind.RIGHT_PAREN)) {
      labels.add(label());
      if (!tokens.at(Token.Kind.RIGHT_PAREN)) {
        tokens.expect(Token.Kind.COMMA, IN_LABELS, "\",\" or \")\"");
      }
    }
    return List.copyOf(labels);
  }

  private String label() {
    boolean quoted = tokens.at(Token.Kind.STRING);
    if (!quoted && !tokens.peek().kind().isLabelName()) {
      throw tokens.unexpected(IN_LABELS, "label");
    }
    int start = tokens.peek().start();
    var label = quoted ? literals.string() : tokens.take().text();
    if (!Literals.isLabelName(label)) {
      throw tokens.error(start, "invalid label name for grouping: " + LabelText.quote(label));
    }
    return label;
  }
}
