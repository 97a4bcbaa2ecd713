package io.gnomon.promql;

/// Characters as Go prints them in messages.
final class GoText {
  private GoText() {}

  /// A character in single quotes.
  static String quote(int c) {
    return switch (c) {
      case '\'' -> "'\\''";
      case '\\' -> "'\\\\'";
      case '\n' -> "'\\n'";
      case '\r' -> "'\\r'";
      case '\t' -> "'\\t'";
      default ->
          Character.isISOControl(c)
              ? String.format("'\\x%02x'", c)
              : "'" + Character.toString(c) + "'";
    };
  }

  /// Like `U+0071 'q'`.
  static String unicode(int c) {
    return String.format("U+%04X", c) + (Character.isISOControl(c) ? "" : " " + quote(c));
  }
}
