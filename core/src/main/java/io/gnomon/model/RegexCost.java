package io.gnomon.model;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Estimates how large a regular expression becomes when its counted repetitions are written out.
/// It follows groups, classes and escapes; whatever else is wrong with the text is left to RE2.
final class RegexCost {
  /// How often an item may be repeated, by all repetitions around it together: Go's limit.
  private static final int MAX_REPEAT = 1000;

  /// The largest program, in items.
  private static final long MAX_SIZE = 100_000;

  /// A part that a repetition may stand behind: its items, and how often the most repeated of them
  /// is.
  private record Part(long size, long repeat) {
    static final Part ONE = new Part(1, 1);
    static final Part NONE = new Part(0, 1);

    Part and(Part next) {
      return new Part(size + next.size, Math.max(repeat, next.repeat));
    }

    Part times(int count) {
      return count == 0 ? this : new Part(size * count, repeat * count);
    }
  }

  private final String text;
  private final Deque<Part> open = new ArrayDeque<>();
  private Part before = Part.NONE;
  private Part last = Part.NONE;
  private int pos;

  RegexCost(String text) {
    this.text = text;
  }

  void check() {
    while (pos < text.length()) {
      step();
    }
    if (!open.isEmpty()) {
      throw error("missing closing )", text);
    }
    if (before.and(last).size() > MAX_SIZE) {
      throw error("expression too large", text);
    }
  }

  private void step() {
    switch (text.charAt(pos)) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> group();
      case ')' -> closeGroup();
      case '{' -> repetition();
      case '*', '+', '?' -> pos++;
      default -> item(pos + 1);
    }
  }

  private void item(int end) {
    before = before.and(last);
    last = Part.ONE;
    pos = end;
  }

  /// `\Q...\E` is literal text; any other escape is one item, `\x{10FFFF}` and `\p{Greek}` too.
  private void escape() {
    if (!text.startsWith("\\Q", pos)) {
      int brace = text.startsWith("{", pos + 2) && isNamed() ? text.indexOf('}', pos) : -1;
      item(Math.min(brace < 0 ? pos + 2 : brace + 1, text.length()));
      return;
    }
    int end = text.indexOf("\\E", pos + 2);
    int stop = end < 0 ? text.length() : end;
    for (int i = pos + 2; i < stop; i++) {
      item(i + 1);
    }
    pos = Math.min(stop + 2, text.length());
  }

  private boolean isNamed() {
    return "xpP".indexOf(text.charAt(pos + 1)) >= 0;
  }

  private void characterClass() {
    int end = pos + 1;
    if (text.startsWith("^", end)) {
      end++;
    }
    end++; // a bracket that stands first is a character
    while (end < text.length() && text.charAt(end) != ']') {
      end = text.startsWith("[:", end) ? afterNamedClass(end) : end + escapeLength(end);
    }
    item(Math.min(end + 1, text.length()));
  }

  private int afterNamedClass(int at) {
    int end = text.indexOf(":]", at + 2);
    return end < 0 ? at + 1 : end + 2;
  }

  private int escapeLength(int at) {
    return text.charAt(at) == '\\' ? 2 : 1;
  }

  private void group() {
    open.push(before.and(last));
    before = Part.NONE;
    last = Part.NONE;
    pos++;
  }

  private void closeGroup() {
    if (open.isEmpty()) {
      throw error("unexpected )", text);
    }
    last = before.and(last).and(Part.ONE);
    before = open.pop();
    pos++;
  }

  private void repetition() {
    int end = text.indexOf('}', pos);
    int count = end < 0 ? -1 : count(text.substring(pos + 1, end));
    if (count < 0) {
      item(pos + 1);
      return;
    }
    last = last.times(count);
    if (last.repeat() > MAX_REPEAT) {
      throw error("invalid repeat count", text.substring(pos, end + 1));
    }
    pos = end + 1;
  }

  /// The larger number of `n`, `n,` or `n,m`; -1 for what is literal text.
  private static int count(String braces) {
    if (!braces.matches("\\d+(,\\d*)?")) {
      return -1;
    }
    var numbers = braces.split(",");
    var largest = numbers[numbers.length - 1];
    return largest.length() > 4 ? MAX_REPEAT + 1 : Integer.parseInt(largest);
  }

  private static PatternSyntaxException error(String what, String where) {
    return new PatternSyntaxException(what, where);
  }
}
