package io.gnomon.rules;

import io.gnomon.model.Absent;
import io.gnomon.model.LabelText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values of a test's series as promtool writes them: `1 2 _ stale`, `0+10x3` for 0 10 20 30,
/// `5x2` for 5 5 5, `_x2` for two missing. A missing value is null.
final class SeriesNotation {
  private static final int MOST = 1_000_000;
  private static final String NUMBER =
      "[+-]?(?:\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+|Inf|NaN)";
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<first>_|stale|" + NUMBER + ")(?:(?<step>[+-]\\d[^x\\s]*)?x(?<times>\\d{1,7}))?");

  private SeriesNotation() {}

  static List<@Nullable Double> values(String text) {
    var values = new ArrayList<@Nullable Double>();
    for (var item : text.strip().split("\\s+", -1)) {
      var match = ITEM.matcher(item);
      if (!match.matches()) {
        throw new IllegalArgumentException(
            "expected values such as 1 2 _ stale 0+10x3, got " + LabelText.quote(item));
      }
      add(match, values);
    }
    return values;
  }

  private static void add(Matcher item, List<@Nullable Double> values) {
    var first = item.group("first");
    int times = item.group("times") == null ? 0 : Integer.parseInt(item.group("times"));
    double step = item.group("step") == null ? 0 : Double.parseDouble(item.group("step"));
    int count = first.equals("_") && item.group("times") != null ? times : times + 1;
    if (values.size() + count > MOST) {
      throw new IllegalArgumentException("expected at most " + MOST + " values");
    }
    double value = number(first);
    for (int i = 0; i < count; i++) {
      values.add(first.equals("_") ? null : Double.valueOf(value));
      value += step;
    }
  }

  private static double number(String text) {
    return switch (text) {
      case "_" -> 0;
      case "stale" -> Absent.STALE;
      case "Inf", "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }
}
