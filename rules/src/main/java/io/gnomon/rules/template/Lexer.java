package io.gnomon.rules.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a template into text and the words of its actions.
final class Lexer {
  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    NUMBER,
    STRING,
    CHAR,
    WORD,
    VARIABLE,
    FIELD,
    SIGN,
    END
  }

  /// `spaced` tells whether white space stands before the token: a field after a space is an
  /// operand of its own.
  record Token(Kind kind, String text, boolean spaced) {}

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<space>\\s+)|(?<number>[+-]?(?:0[xX][0-9a-fA-F_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][+-]?[0-9]+)?|\\.[0-9]+))"
              + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`)|(?<char>'(?:[^'\\\\]|\\\\.)+')"
              + "|(?<variable>\\$[\\p{L}\\p{N}_]*)|(?<field>\\.[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<sign>:=|[=|().,])");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    var lexer = new Lexer(source);
    while (lexer.at < source.length()) {
      lexer.text();
    }
    lexer.add(Kind.END, "", false);
    return lexer.tokens;
  }

  /// Text up to the next action, then the action.
  private void text() {
    int open = source.indexOf("{{", at);
    int end = open < 0 ? source.length() : open;
    boolean trim = open >= 0 && trimmed(open);
    var text = source.substring(at, end);
    add(Kind.TEXT, trim ? text.stripTrailing() : text, false);
    at = end;
    if (open >= 0) {
      at = open + (trim ? 3 : 2);
      action();
    }
  }

  /// `{{- ` takes away the white space before it.
  private boolean trimmed(int open) {
    return source.startsWith("{{-", open)
        && open + 3 < source.length()
        && Character.isWhitespace(source.charAt(open + 3));
  }

  private void action() {
    if (comment()) {
      return;
    }
    add(Kind.OPEN, "{{", false);
    boolean spaced = false;
    while (!close()) {
      var word = WORDS.matcher(source).region(at, source.length());
      if (!word.lookingAt()) {
        throw unexpected();
      }
      at = word.end();
      spaced = word.group("space") != null || add(kind(word), word.group(), spaced);
    }
  }

  private boolean comment() {
    int start = at;
    while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    if (!source.startsWith("/*", start)) {
      return false;
    }
    int end = source.indexOf("*/", start);
    at = end < 0 ? source.length() : end + 2;
    if (!close(false)) {
      throw new TemplateException("unclosed comment");
    }
    return true;
  }

  private boolean close() {
    return close(true);
  }

  /// Steps over `}}` or ` -}}`, which takes away the white space after it.
  private boolean close(boolean tell) {
    var end = Pattern.compile("(?:\\s+-)?}}").matcher(source).region(at, source.length());
    if (!end.lookingAt()) {
      return false;
    }
    at = end.end();
    while (end.group().length() > 2
        && at < source.length()
        && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    if (tell) {
      add(Kind.CLOSE, "}}", false);
    }
    return true;
  }

  private static Kind kind(java.util.regex.Matcher word) {
    for (var kind :
        List.of(Kind.NUMBER, Kind.STRING, Kind.CHAR, Kind.VARIABLE, Kind.FIELD, Kind.WORD)) {
      if (word.group(kind.name().toLowerCase(java.util.Locale.ROOT)) != null) {
        return kind;
      }
    }
    return Kind.SIGN;
  }

  private boolean add(Kind kind, String text, boolean spaced) {
    tokens.add(new Token(kind, text, spaced));
    return false;
  }

  private TemplateException unexpected() {
    if (at >= source.length()) {
      return new TemplateException("unclosed action");
    }
    var c = source.substring(at, source.offsetByCodePoints(at, 1));
    return new TemplateException("unexpected \"" + c + "\" in an action");
  }
}
