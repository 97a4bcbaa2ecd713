package io.gnomon.promql;

import org.jspecify.annotations.Nullable;

/// Finds where a quoted string ends, and checks its escapes.
final class StringScan {
  private final String text;
  private final char quote;
  private int pos;
  private @Nullable String problem;

  StringScan(String text, int begin) {
    this.text = text;
    this.quote = text.charAt(begin);
    this.pos = begin + 1;
    scan();
  }

  int end() {
    return pos;
  }

  /// What is wrong with it, null when nothing is.
  @Nullable String problem() {
    return problem;
  }

  private void scan() {
    while (problem == null) {
      int c = next();
      if (c == quote) {
        return;
      }
      if (c < 0 || c == '\n' && quote != '`') {
        problem = quote == '`' ? "unterminated raw string" : "unterminated quoted string";
      } else if (c == 0xFFFD || c >= 0xD800 && c < 0xE000) {
        problem = "invalid UTF-8 rune";
      } else if (c == '\\' && quote != '`') {
        escape();
      }
    }
  }

  private void escape() {
    int c = next();
    if (c == quote || "abfnrtv\\".indexOf(c) >= 0) {
      return;
    }
    switch (c) {
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        pos--;
        digits(3, 8, 255);
      }
      case 'x' -> digits(2, 16, 255);
      case 'u' -> digits(4, 16, Character.MAX_CODE_POINT);
      case 'U' -> digits(8, 16, Character.MAX_CODE_POINT);
      case -1 -> problem = "escape sequence not terminated";
      default -> problem = "unknown escape sequence " + GoText.unicode(c);
    }
  }

  private void digits(int count, int base, int max) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int c = next();
      int digit = Character.digit(c, base);
      if (digit < 0 || c > 'f') {
        problem =
            c < 0
                ? "escape sequence not terminated"
                : "illegal character " + GoText.unicode(c) + " in escape sequence";
        return;
      }
      value = value * base + digit;
    }
    if (value > max || value >= 0xD800 && value < 0xE000) {
      problem = "escape sequence is an invalid Unicode code point";
    }
  }

  private int next() {
    if (pos == text.length()) {
      return -1;
    }
    int c = text.codePointAt(pos);
    pos += Character.charCount(c);
    return c;
  }
}
