package io.gnomon.promql.corpus;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/// A series line of a test file: `name{a="b"} 1 2 _ 5x3 0+10x4 stale`. A repetition `axN` makes N+1
/// values; omitted ones are `Absent.GAP`.
record SeriesNotation(Labels labels, double[] values) {
  private static final String NUMBER = "(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf|nan";
  private static final Pattern VALUES =
      Pattern.compile("([+-]?(?:%s))(?:([+-])(%s))?(?:x(\\d+))?".formatted(NUMBER, NUMBER));

  /// A label that no series has: with it, the parser takes any label set for a selector.
  private static final String DUMMY = "__dummy__";

  static SeriesNotation parse(String line) {
    int end = endOfLabels(line);
    var values =
        line.substring(end).isBlank()
            ? DoubleStream.empty()
            : Pattern.compile("\\s+")
                .splitAsStream(line.substring(end).strip())
                .flatMapToDouble(SeriesNotation::values);
    return new SeriesNotation(labels(line.substring(0, end)), values.toArray());
  }

  private static int endOfLabels(String line) {
    char quote = 0;
    boolean inBraces = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote != '`') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '{') {
        inBraces = true;
      } else if (c == '}') {
        return i + 1;
      } else if (!inBraces && Character.isWhitespace(c) && !bracesFollow(line, i)) {
        return i;
      }
    }
    return line.length();
  }

  private static boolean bracesFollow(String line, int at) {
    return line.substring(at).stripLeading().startsWith("{")
        && !line.substring(at).stripLeading().startsWith("{{");
  }

  private static Labels labels(String text) {
    int brace = text.indexOf('{');
    var dummy = DUMMY + "=\"1\"";
    var selector =
        brace < 0
            ? text.strip() + "{" + dummy + "}"
            : text.substring(0, brace) + "{" + dummy + "," + text.substring(brace + 1);
    var labels = new TreeMap<String, String>();
    var parsed = (Expr.Select) Parser.parse(selector.replace(",}", "}"), Options.DEFAULT);
    for (var matcher : parsed.matchers()) {
      labels.put(matcher.name(), matcher.value());
    }
    labels.remove(DUMMY);
    return Labels.of(labels);
  }

  private static DoubleStream values(String item) {
    if (item.equals("_")) {
      return DoubleStream.of(Absent.GAP);
    }
    if (item.startsWith("_x")) {
      return DoubleStream.generate(() -> Absent.GAP).limit(Integer.parseInt(item.substring(2)));
    }
    if (item.equals("stale")) {
      return DoubleStream.of(Absent.STALE);
    }
    var found = VALUES.matcher(item.toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      throw new IllegalArgumentException("no series value: " + item);
    }
    double start = number(found.group(1));
    double step = found.group(3) == null ? 0 : number(found.group(2) + found.group(3));
    int more = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
    return DoubleStream.iterate(start, value -> step == 0 ? value : value + step).limit(more + 1);
  }

  private static double number(String text) {
    return switch (text.replaceFirst("^[+-]", "")) {
      case "inf" -> text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }
}
