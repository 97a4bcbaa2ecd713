package io.gnomon.alert;

import com.google.re2j.PatternSyntaxException;
import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Matchers as Alertmanager's configuration writes them: `severity=~"critical|warning"`, several
/// with commas and perhaps braces, quotes only where they are needed.
public final class MatcherText {
  private static final Pattern ONE =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s=!~,{}\"]+)\\s*(=~|!=|!~|=)\\s*"
              + "(\"(?:[^\"\\\\]|\\\\.)*\"|[^,{}\"]*)\\s*");

  private MatcherText() {}

  public static List<Matcher> parse(String text) {
    var inner = text.strip();
    if (inner.startsWith("{") && inner.endsWith("}")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    var found = new ArrayList<Matcher>();
    int at = 0;
    while (at < inner.length() && !inner.substring(at).isBlank()) {
      var one = ONE.matcher(inner).region(at, inner.length());
      if (!one.lookingAt() || one.end() < inner.length() && inner.charAt(one.end()) != ',') {
        throw expected(text);
      }
      found.add(matcher(unquote(one.group(1)), one.group(2), unquote(one.group(3).strip())));
      at = one.end() + 1;
    }
    return List.copyOf(found);
  }

  public static List<Matcher> parseAll(List<String> texts) {
    return texts.stream().flatMap(text -> parse(text).stream()).toList();
  }

  public static Matcher matcher(String name, String sign, String value) {
    for (var op : Matcher.Op.values()) {
      if (op.toString().equals(sign)) {
        return matcher(name, op, value);
      }
    }
    throw new IllegalArgumentException("expected =, !=, =~ or !~, got " + LabelText.quote(sign));
  }

  public static Matcher matcher(String name, Matcher.Op op, String value) {
    try {
      return new Matcher(name, op, value);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "expected a regular expression, got " + LabelText.quote(value), e);
    }
  }

  /// `{a="b",c=~"d"}`, as Alertmanager prints route keys.
  public static String print(List<Matcher> matchers) {
    return "{" + String.join(",", matchers.stream().map(Matcher::toString).toList()) + "}";
  }

  public static boolean all(List<Matcher> matchers, Labels labels) {
    return matchers.stream().allMatch(matcher -> matcher.accepts(labels));
  }

  private static String unquote(String text) {
    if (!text.startsWith("\"")) {
      return text;
    }
    var out = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      out.append(c == '\\' ? escaped(text.charAt(++i)) : c);
    }
    return out.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '"', '\\' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private static IllegalArgumentException expected(String text) {
    return new IllegalArgumentException(
        "expected matchers such as severity=\"critical\", got " + LabelText.quote(text));
  }
}
