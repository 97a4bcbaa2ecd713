package io.gnomon.rules.template;

import java.util.Locale;

/// Go's constants: whole numbers, floating point numbers, strings and characters.
final class Literals {
  private Literals() {}

  static Object value(Lexer.Token token) {
    var text = token.text();
    return switch (token.kind()) {
      case NUMBER -> number(text.replace("_", ""));
      case STRING -> text.startsWith("`") ? text.substring(1, text.length() - 1) : unquote(text);
      default -> (long) unquote(text).codePointAt(0);
    };
  }

  private static Object number(String text) {
    try {
      if (text.toLowerCase(Locale.ROOT).matches("[+-]?0x.*")) {
        return Long.decode(text);
      }
      return text.matches("[+-]?\\d+") ? (Object) Long.valueOf(text) : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TemplateException("bad number " + text);
    }
  }

  private static String unquote(String text) {
    var out = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = escape(text, i + 1, out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Appends what the escape at i stands for and gives the place of its last character.
  private static int escape(String text, int i, StringBuilder out) {
    int digits = "xuU".indexOf(text.charAt(i));
    if (digits >= 0) {
      int end = i + (2 << digits);
      out.appendCodePoint(Integer.parseInt(text.substring(i + 1, end + 1), 16));
      return end;
    }
    out.append(
        switch (text.charAt(i)) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'a' -> '\u0007';
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'v' -> '\u000b';
          case '\\', '"', '\'' -> text.charAt(i);
          default -> throw new TemplateException("bad escape \\" + text.charAt(i));
        });
    return i;
  }
}
