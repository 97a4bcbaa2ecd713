package io.gnomon.promql;

import io.gnomon.model.LabelText;

/// Cuts a query into tokens, one at a time. What a character means depends on whether a brace or a
/// bracket is open: inside braces every word is a name, inside brackets there are durations.
final class Lexer {
  private static final int END = -1;

  private final String text;
  private final ParseErrors errors;
  private int pos;
  private int start;
  private int parens;
  private boolean brace;
  private boolean bracket;
  private boolean colonSeen;
  private boolean durationSeen;

  Lexer(String text) {
    this.text = text;
    this.errors = new ParseErrors(text);
  }

  Token next() {
    skipBlanks();
    start = pos;
    if (brace) {
      return insideBraces();
    }
    if (pos == text.length()) {
      return end();
    }
    return bracket ? insideBrackets() : statement();
  }

  private void skipBlanks() {
    while (isBlank(peek()) || peek() == '#') {
      if (peek() == '#') {
        skipComment();
      } else {
        pos++;
      }
    }
  }

  private void skipComment() {
    while (peek() != '\n' && peek() != '\r' && peek() != END) {
      pos++;
    }
  }

  private Token end() {
    if (bracket && !durationSeen) {
      throw error("unexpected end of input in duration expression");
    }
    if (parens > 0) {
      throw error("unclosed left parenthesis");
    }
    if (bracket) {
      throw error("unclosed left bracket");
    }
    return token(Token.Kind.EOF);
  }

  private Token statement() {
    int c = peek();
    if (isNumberStart(c)) {
      return number();
    }
    if (isLetter(c) || c == ':') {
      return word();
    }
    return switch (c) {
      case '"', '\'', '`' -> string();
      case '{' -> open(Token.Kind.LEFT_BRACE);
      case '[' -> open(Token.Kind.LEFT_BRACKET);
      case ']' -> throw error("unexpected right bracket ']'");
      default -> sign(c);
    };
  }

  private Token open(Token.Kind kind) {
    if (kind == Token.Kind.LEFT_BRACE) {
      brace = true;
    } else {
      bracket = true;
      colonSeen = false;
      durationSeen = false;
    }
    return sign(kind, 1);
  }

  private Token insideBrackets() {
    int c = peek();
    if (isNumberStart(c)) {
      durationSeen = true;
      return number();
    }
    return switch (c) {
      case ']' -> closeBracket();
      case ':' -> colon();
      case '[' -> throw error("unexpected left bracket '['");
      case '+', '-', '*', '/', '%', '^', '(', ')', ',' -> sign(c);
      default -> durationSeen && !isLetter(c) ? statement() : durationWord();
    };
  }

  private Token closeBracket() {
    bracket = false;
    return sign(Token.Kind.RIGHT_BRACKET, 1);
  }

  private Token colon() {
    if (!durationSeen) {
      throw errors.at(start + 1, "unexpected colon before duration in duration expression");
    }
    if (colonSeen) {
      throw error("unexpected colon ':'");
    }
    colonSeen = true;
    return sign(Token.Kind.COLON, 1);
  }

  private Token durationWord() {
    while (isLetter(peek())) {
      pos++;
    }
    if (DurationParser.isWord(text.substring(start, pos))) {
      durationSeen = true;
      return token(Keywords.orName(text.substring(start, pos)));
    }
    pos = start;
    var character = GoText.quote(text.codePointAt(pos));
    throw error(
        durationSeen
            ? "unexpected character: " + character + ", expected ':'"
            : "unexpected character in duration expression: " + character);
  }

  private Token insideBraces() {
    int c = peek();
    if (isLetter(c)) {
      return name();
    }
    return switch (c) {
      case END -> throw error("unexpected end of input inside braces");
      case ',' -> sign(Token.Kind.COMMA, 1);
      case '"', '\'', '`' -> string();
      case '=' -> after() == '~' ? sign(Token.Kind.EQL_REGEX, 2) : sign(Token.Kind.ASSIGN, 1);
      case '!' -> notMatching();
      case '{' -> throw error("unexpected left brace '{'");
      case '}' -> closeBrace();
      default -> throw error("unexpected character inside braces: " + quoteCharacter());
    };
  }

  private Token notMatching() {
    return switch (after()) {
      case '~' -> sign(Token.Kind.NEQ_REGEX, 2);
      case '=' -> sign(Token.Kind.NEQ, 2);
      default -> throw error("unexpected character after '!' inside braces: " + quoteAfter());
    };
  }

  private Token closeBrace() {
    brace = false;
    return sign(Token.Kind.RIGHT_BRACE, 1);
  }

  private Token name() {
    while (isWordPart(peek())) {
      pos++;
    }
    return token(Token.Kind.NAME);
  }

  private Token word() {
    while (isWordPart(peek()) || peek() == ':') {
      pos++;
    }
    var word = text.substring(start, pos);
    var kind = Keywords.kind(word);
    if (kind == null || kind.text().startsWith("fill") && !beforeParen()) {
      kind = LabelText.isLabelName(word) ? Token.Kind.NAME : Token.Kind.METRIC_NAME;
    }
    return token(kind);
  }

  /// The fill words are keywords before a parenthesis only.
  private boolean beforeParen() {
    int i = pos;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '(';
  }

  private Token sign(int c) {
    return switch (c) {
      case ',' -> sign(Token.Kind.COMMA, 1);
      case '*' -> sign(Token.Kind.MUL, 1);
      case '/' -> sign(Token.Kind.DIV, 1);
      case '%' -> sign(Token.Kind.MOD, 1);
      case '+' -> sign(Token.Kind.ADD, 1);
      case '-' -> sign(Token.Kind.SUB, 1);
      case '^' -> sign(Token.Kind.POW, 1);
      case '@' -> sign(Token.Kind.AT, 1);
      case '(', ')' -> paren(c);
      default -> comparison(c);
    };
  }

  private Token paren(int c) {
    parens += c == '(' ? 1 : -1;
    if (parens < 0) {
      throw errors.at(start + 1, "unexpected right parenthesis ')'");
    }
    return sign(c == '(' ? Token.Kind.LEFT_PAREN : Token.Kind.RIGHT_PAREN, 1);
  }

  private Token comparison(int c) {
    return switch (c) {
      case '=' -> equal();
      case '!' -> notEqual();
      case '<' -> either('=', Token.Kind.LTE, '/', Token.Kind.TRIM_UPPER, Token.Kind.LSS);
      case '>' -> either('=', Token.Kind.GTE, '/', Token.Kind.TRIM_LOWER, Token.Kind.GTR);
      default -> throw error("unexpected character: " + quoteCharacter());
    };
  }

  private Token equal() {
    return switch (after()) {
      case '=' -> sign(Token.Kind.EQL, 2);
      case '~' -> throw error("unexpected character after '=': '~'");
      default -> sign(Token.Kind.ASSIGN, 1);
    };
  }

  private Token notEqual() {
    if (after() != '=') {
      throw error("unexpected character after '!': " + quoteAfter());
    }
    return sign(Token.Kind.NEQ, 2);
  }

  private Token either(
      int one, Token.Kind ifOne, int other, Token.Kind ifOther, Token.Kind otherwise) {
    if (after() == one) {
      return sign(ifOne, 2);
    }
    return after() == other ? sign(ifOther, 2) : sign(otherwise, 1);
  }

  private Token number() {
    var scan = new NumberScan(text, pos);
    var kind = scan.kind();
    pos = scan.end();
    if (kind == null) {
      throw error("bad number or duration syntax: " + LabelText.quote(text.substring(start, pos)));
    }
    return token(kind);
  }

  private Token string() {
    var scan = new StringScan(text, pos);
    pos = scan.end();
    if (scan.problem() != null) {
      throw error(scan.problem());
    }
    return token(Token.Kind.STRING);
  }

  private Token sign(Token.Kind kind, int length) {
    pos += length;
    return token(kind);
  }

  private Token token(Token.Kind kind) {
    return new Token(kind, text.substring(start, pos), start, pos);
  }

  private QueryException error(String message) {
    return errors.at(start, message);
  }

  private String quoteCharacter() {
    return GoText.quote(text.codePointAt(pos));
  }

  private String quoteAfter() {
    return pos + 1 < text.length() ? GoText.quote(text.codePointAt(pos + 1)) : "'\\uffff'";
  }

  private int peek() {
    return pos < text.length() ? text.charAt(pos) : END;
  }

  private int after() {
    return pos + 1 < text.length() ? text.charAt(pos + 1) : END;
  }

  private boolean isNumberStart(int c) {
    return isDigit(c) || c == '.' && isDigit(after());
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isWordPart(int c) {
    return isLetter(c) || isDigit(c);
  }
}
