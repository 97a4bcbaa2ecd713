package io.gnomon.notify;

import java.util.List;
import java.util.Locale;

/// `3`, `1:5`, `monday:friday`, `january:march`; days of a month also count from its end: `-3:-1`.
public record TimeRange(int begin, int end) {
  private static final List<String> WEEKDAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
  private static final List<String> MONTHS =
      List.of(
          "",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /// Read by the configuration reader.
  public static TimeRange parse(String text) {
    var ends = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
    if (ends.length > 2) {
      throw expected(text);
    }
    return new TimeRange(number(ends[0], text), number(ends[ends.length - 1], text));
  }

  boolean contains(int value) {
    return begin <= value && value <= end;
  }

  /// The same range with days counted from the month's begin, cut to the month.
  TimeRange inMonth(int length) {
    return new TimeRange(
        Math.max(1, begin < 0 ? length + 1 + begin : begin),
        Math.min(length, end < 0 ? length + 1 + end : end));
  }

  boolean within(int least, int most, boolean fromEnd) {
    boolean sameSide = begin < 0 == end < 0;
    return within(begin, least, most, fromEnd)
        && within(end, least, most, fromEnd)
        && (begin <= end || !sameSide && begin > 0);
  }

  private static boolean within(int value, int least, int most, boolean fromEnd) {
    int day = fromEnd && value < 0 ? -value : value;
    return least <= day && day <= most;
  }

  private static int number(String word, String text) {
    if (WEEKDAYS.contains(word)) {
      return WEEKDAYS.indexOf(word);
    }
    if (!word.isEmpty() && MONTHS.contains(word)) {
      return MONTHS.indexOf(word);
    }
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw expected(text);
    }
  }

  private static IllegalArgumentException expected(String text) {
    return new IllegalArgumentException("expected a range such as 1:5, got \"" + text + "\"");
  }

  @Override
  public String toString() {
    return begin == end ? String.valueOf(begin) : begin + ":" + end;
  }
}
