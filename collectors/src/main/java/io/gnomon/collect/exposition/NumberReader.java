package io.gnomon.collect.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads numbers from bytes that end in a newline, each to the very double that
/// `Double.parseDouble` gives, and nearly always without allocating. Used by one thread.
final class NumberReader {
  private static final int MOST_DIGITS = 19; // as many as fit an unsigned long
  private static final int MOST_EXPONENT = 9999;

  private int end;
  private long digits;
  private int count;
  private int exponent;

  /// Where the number read last ends.
  int end() {
    return end;
  }

  /// The number at a place, up to the next blank or newline.
  ///
  /// @throws NumberFormatException when there is none
  double read(byte[] text, int from) {
    byte first = text[from];
    boolean negative = first == '-';
    int at = negative || first == '+' ? from + 1 : from;
    at = mantissa(text, at);
    if (count > 0 && (text[at] | 0x20) == 'e') {
      at = exponent(text, at + 1);
    }
    if (!isEnd(text[at]) || count == 0) {
      return word(text, from);
    }
    end = at;
    double size = count <= MOST_DIGITS ? Decimal.nearest(digits, exponent) : Double.NaN;
    if (Double.isNaN(size)) {
      return Double.parseDouble(string(text, from));
    }
    return negative ? -size : size;
  }

  /// Digits with at most one point. Leading zeros do not count among the digits, unless there is
  /// nothing else.
  private int mantissa(byte[] text, int from) {
    long number = 0;
    int significant = 0;
    int point = -1;
    int at = from;
    for (; ; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        number = number * 10 + digit;
        significant += significant > 0 || digit > 0 ? 1 : 0;
      } else if (text[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    boolean none = at - from == (point < 0 ? 0 : 1);
    digits = number;
    count = none ? 0 : Math.max(significant, 1);
    exponent = point < 0 ? 0 : point + 1 - at;
    return at;
  }

  private int exponent(byte[] text, int from) {
    boolean negative = text[from] == '-';
    int at = negative || text[from] == '+' ? from + 1 : from;
    int start = at;
    int power = 0;
    for (; text[at] >= '0' && text[at] <= '9'; at++) {
      power = Math.min(power * 10 + text[at] - '0', MOST_EXPONENT);
    }
    exponent += negative ? -power : power;
    count = at == start ? 0 : count;
    return at;
  }

  /// `NaN` and `Inf` in any case, and the refusal of everything else.
  private double word(byte[] text, int from) {
    if (text[from] == 'N'
        && text[from + 1] == 'a'
        && text[from + 2] == 'N'
        && isEnd(text[from + 3])) {
      end = from + 3;
      return Double.NaN;
    }
    var word = string(text, from);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new NumberFormatException(word);
    };
  }

  private String string(byte[] text, int from) {
    int to = from;
    while (!isEnd(text[to])) {
      to++;
    }
    end = to;
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  static boolean isEnd(byte b) {
    return b == '\n' || b == ' ' || b == '\t';
  }
}
