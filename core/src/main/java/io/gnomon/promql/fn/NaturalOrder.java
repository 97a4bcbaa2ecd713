package io.gnomon.promql.fn;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The order of texts in which numbers within them count as numbers: `node2` before `node10`.
public final class NaturalOrder {
  public static final Comparator<String> ORDER = NaturalOrder::compare;

  private static final Pattern CHUNK = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  private static int compare(String a, String b) {
    var left = chunks(a);
    var right = chunks(b);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareChunks(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<String> chunks(String text) {
    return CHUNK.matcher(text).results().map(MatchResult::group).toList();
  }

  private static int compareChunks(String a, String b) {
    return isNumber(a) && isNumber(b)
        ? Long.compare(Long.parseLong(a), Long.parseLong(b))
        : a.compareTo(b);
  }

  /// Longer runs of digits are texts, as they do not fit a number.
  private static boolean isNumber(String chunk) {
    return chunk.length() <= 18 && chunk.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
