package io.gnomon.model;

import java.util.ArrayList;

/// How labels look in text.
public final class LabelText {
  private LabelText() {}

  static String print(Labels labels) {
    var metric = labels.metric();
    var parts = new ArrayList<String>();
    if (!metric.isEmpty() && !isMetricName(metric)) {
      parts.add(quote(metric));
    }
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.name(i).equals(Labels.NAME)) {
        parts.add(name(labels.name(i)) + "=" + quote(labels.value(i)));
      }
    }
    var plain = isMetricName(metric) ? metric : "";
    return parts.isEmpty() && !plain.isEmpty()
        ? plain
        : plain + "{" + String.join(", ", parts) + "}";
  }

  /// A label name as it is written: plain, or quoted when it is not a plain word.
  public static String name(String label) {
    return isLabelName(label) ? label : quote(label);
  }

  public static boolean isLabelName(String text) {
    return isWord(text, false);
  }

  public static boolean isMetricName(String text) {
    return isWord(text, true);
  }

  private static boolean isWord(String text, boolean colons) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || colons && c == ':';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// A double-quoted string with Go's escapes.
  public static String quote(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> escape(c, out));
    return out.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 7 -> out.append("\\a");
      case 8 -> out.append("\\b");
      case 11 -> out.append("\\v");
      case 12 -> out.append("\\f");
      default -> {
        if (c < 0x20 || c == 0x7f) {
          out.append("\\x%02x".formatted(c));
        } else if (c >= 0xDC80 && c <= 0xDCFF) {
          out.append("\\x%02x".formatted(c - 0xDC00)); // a byte that is not UTF-8
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append((c > 0xFFFF ? "\\U%08x" : "\\u%04x").formatted(c));
        }
      }
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> c != 0xFFFD;
    };
  }
}
