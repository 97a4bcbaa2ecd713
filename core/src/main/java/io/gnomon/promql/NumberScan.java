package io.gnomon.promql;

import org.jspecify.annotations.Nullable;

/// Finds where a number or a duration ends. What it accepts is not yet a valid number: the parser
/// reads its value and may refuse it.
final class NumberScan {
  private static final String DIGITS = "0123456789";
  private static final String HEX_DIGITS = "0123456789abcdefABCDEF";

  private final String text;
  private final int begin;
  private String digits = DIGITS;
  private int pos;

  NumberScan(String text, int begin) {
    this.text = text;
    this.begin = begin;
    this.pos = begin;
  }

  int end() {
    return pos;
  }

  /// Null when it is neither a number nor a duration; then the end is where the trouble is.
  Token.@Nullable Kind kind() {
    if (number()) {
      return Token.Kind.NUMBER;
    }
    return duration() ? Token.Kind.DURATION : null;
  }

  private boolean number() {
    if (accept("0") && accept("xX")) {
      accept("_");
      digits = HEX_DIGITS;
    }
    accept(".");
    accept(digits);
    return parts() && pos > begin && !Lexer.isWordPart(peek());
  }

  private boolean parts() {
    boolean dot = false;
    boolean exponent = false;
    while (is(digits + "._eE")) {
      if (is(".")) {
        if (dot || !dot()) {
          accept(".");
          return false;
        }
        dot = true;
      } else if (!hex() && is("eE")) {
        if (exponent || !exponent()) {
          accept("eE");
          return false;
        }
        exponent = true;
      } else if (is("_")) {
        if (!underscore()) {
          return false;
        }
      } else {
        run(digits);
      }
    }
    return true;
  }

  private boolean hex() {
    return digits.length() > DIGITS.length();
  }

  private boolean dot() {
    accept(".");
    return !accept("_.") && !hex();
  }

  private boolean exponent() {
    accept("eE");
    accept("+-");
    return !accept("._eE") && pos < text.length();
  }

  private boolean underscore() {
    accept("_");
    return !accept("._eE") && pos < text.length();
  }

  /// A unit must stand here, then pairs of number and unit; which units in which order is the
  /// parser's to judge.
  private boolean duration() {
    if (!accept("smhdwy")) {
      return false;
    }
    accept("s");
    while (accept(DIGITS)) {
      run(DIGITS);
      if (!accept("smhdw")) {
        return false;
      }
      accept("s");
    }
    if (Lexer.isWordPart(peek())) {
      pos++;
      return false;
    }
    return true;
  }

  private void run(String digits) {
    while (accept(digits)) {}
  }

  private boolean accept(String valid) {
    if (is(valid)) {
      pos++;
      return true;
    }
    return false;
  }

  private boolean is(String valid) {
    return pos < text.length() && valid.indexOf(text.charAt(pos)) >= 0;
  }

  private int peek() {
    return pos < text.length() ? text.charAt(pos) : -1;
  }
}
