package io.gnomon.promql.corpus;

import io.gnomon.promql.corpus.Eval.Expected;
import io.gnomon.promql.corpus.Eval.Shape;
import io.gnomon.promql.corpus.Eval.TextMatch;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the lines after an `eval`: `expect ...`, a number, or series with their values.
final class Expectations {
  private static final Pattern EXPECT =
      Pattern.compile(
          "expect\\s+(ordered|fail|warn|no_warn|info|no_info)(?:\\s+(regex|msg):(.+))?");
  private static final Pattern POINTS =
      Pattern.compile("expect\\s+range\\s+vector\\s+from\\s+(.+)\\s+to\\s+(.+)\\s+step\\s+(.+)");
  private static final Pattern STRING = Pattern.compile("expect\\s+string\\s+(.+)");
  private static final Pattern OLD_FAIL = Pattern.compile("expected_fail_(message|regexp)\\s+(.+)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[\\d.].*|(?i:inf|nan))");

  private final Expected expected = new Expected();

  /// The kind is the end of an old command such as `eval_fail`.
  Expectations(@Nullable String kind) {
    if (kind != null) {
      expect(kind, TextMatch.any());
    }
  }

  Expected read(List<String> lines) {
    lines.forEach(this::line);
    return expected;
  }

  private void line(String line) {
    var expect = EXPECT.matcher(line);
    var points = POINTS.matcher(line);
    var string = STRING.matcher(line);
    var old = OLD_FAIL.matcher(line);
    if (expect.matches()) {
      expect(expect.group(1), text("regex".equals(expect.group(2)), expect.group(3)));
    } else if (points.matches()) {
      expected.points =
          new Shape.Range(
              Times.millis(points.group(1)),
              Times.millis(points.group(2)),
              Times.millis(points.group(3)));
    } else if (string.matches()) {
      expected.string = unquote(string.group(1).strip());
    } else if (old.matches()) {
      expected.fail.clear();
      expected.fail.add(text(old.group(1).equals("regexp"), old.group(2)));
    } else if (NUMBER.matcher(line).matches()) {
      expected.scalar = SeriesNotation.parse("{} " + line).values()[0];
    } else {
      var series = SeriesNotation.parse(line);
      expected.series.put(series.labels(), series.values());
    }
  }

  private static TextMatch text(boolean regex, @Nullable String text) {
    if (text == null) {
      return TextMatch.any();
    }
    return regex ? new TextMatch(Pattern.compile(text.strip())) : TextMatch.exactly(text.strip());
  }

  private static String unquote(String text) {
    var plain = text.substring(1, text.length() - 1);
    return text.startsWith("`") ? plain : plain.translateEscapes();
  }

  private void expect(String what, TextMatch text) {
    switch (what) {
      case "fail" -> expected.fail.add(text);
      case "warn" -> expected.warn.add(text);
      case "info" -> expected.info.add(text);
      case "no_warn" -> expected.noWarn = true;
      case "no_info" -> expected.noInfo = true;
      case "ordered" -> expected.ordered = true;
      default -> throw new IllegalArgumentException("expect " + what);
    }
  }
}
