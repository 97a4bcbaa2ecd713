package io.gnomon.promql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gnomon.model.Labels;
import io.gnomon.model.Regex;
import io.gnomon.promql.QueryException.Kind;
import org.jspecify.annotations.Nullable;

/// What `label_replace` makes of a label's value: the template with its groups filled in, by the
/// rules of Go's Regexp.Expand (`$name`, `${name}`, `$$`; the longest name counts).
record LabelReplacement(String template, String source, Pattern pattern) {
  static LabelReplacement of(String template, String source, String regex) {
    try {
      return new LabelReplacement(template, source, Regex.compile(regex));
    } catch (PatternSyntaxException _) {
      throw new QueryException(
          Kind.EXECUTION, "invalid regular expression in label_replace(): " + regex);
    }
  }

  /// Null when the value does not match: then nothing is replaced.
  @Nullable String of(Labels labels) {
    var match = pattern.matcher(labels.get(source));
    return match.matches() ? expand(match) : null;
  }

  private String expand(Matcher match) {
    var out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      at = c == '$' ? reference(match, at + 1, out) : literal(c, at, out);
    }
    return out.toString();
  }

  private static int literal(char c, int at, StringBuilder out) {
    out.append(c);
    return at + 1;
  }

  /// What stands after a dollar sign; gives the place behind it.
  private int reference(Matcher match, int at, StringBuilder out) {
    if (template.startsWith("$", at)) {
      return literal('$', at, out);
    }
    boolean braces = template.startsWith("{", at);
    int begin = braces ? at + 1 : at;
    int end = begin;
    while (end < template.length() && isWord(template.charAt(end))) {
      end++;
    }
    boolean closed = !braces || template.startsWith("}", end);
    if (begin == end || !closed) {
      return literal('$', at - 1, out);
    }
    out.append(group(match, template.substring(begin, end)));
    return braces ? end + 1 : end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static String group(Matcher match, String name) {
    String value = null;
    if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      boolean known = name.length() < 9 && Integer.parseInt(name) <= match.groupCount();
      value = known ? match.group(Integer.parseInt(name)) : null;
    } else if (match.pattern().namedGroups().containsKey(name)) {
      value = match.group(name);
    }
    return value == null ? "" : value;
  }
}
