package io.gnomon.promql.corpus;

import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One `eval` of a test file with what it expects, over the series there are by then.
public record Eval(
    String place, String text, Expr expr, Shape shape, Expected expected, MemorySource source) {
  /// When the expression is evaluated.
  public sealed interface Shape {
    record Instant(long time) implements Shape {}

    record Range(long start, long end, long step) implements Shape {}
  }

  /// What must match the text of an error or an annotation.
  record TextMatch(Pattern pattern) {
    static TextMatch any() {
      return new TextMatch(Pattern.compile(""));
    }

    static TextMatch exactly(String text) {
      return new TextMatch(Pattern.compile("\\A" + Pattern.quote(text) + "\\z"));
    }

    boolean accepts(String text) {
      return pattern.matcher(text).find();
    }
  }

  /// What the lines after an `eval` say. The grid of a range vector is that of its points.
  static final class Expected {
    final List<TextMatch> fail = new ArrayList<>();
    final List<TextMatch> warn = new ArrayList<>();
    final List<TextMatch> info = new ArrayList<>();
    final Map<Labels, double[]> series = new LinkedHashMap<>();
    boolean noWarn;
    boolean noInfo;
    boolean ordered;
    Shape.@Nullable Range points;
    @Nullable String string;
    @Nullable Double scalar;
  }

  public boolean succeeds() {
    return expected.fail.isEmpty();
  }

  @Override
  public String toString() {
    return place + " " + text;
  }
}
