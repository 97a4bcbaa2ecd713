package io.gnomon.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Regular expressions as matchers have them: RE2's syntax, anchored at both ends, a dot matches a
/// newline too. Their cost is bounded before they are compiled: RE2 matches in linear time, but
/// `((x{100}){100}){100}` would fill the memory.
public final class Regex {
  /// The longest expression, in characters.
  public static final int MAX_LENGTH = 1024;

  private Regex() {}

  /// Throws `PatternSyntaxException`, in the words of Go's RE2, for what is none or costs too much.
  public static Pattern compile(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new PatternSyntaxException(
          "expression too long: %d characters, at most %d".formatted(text.length(), MAX_LENGTH));
    }
    new RegexCost(text).check();
    Pattern.compile(text); // by itself, so that a message shows no anchors
    return Pattern.compile("^(?s:" + text + ")$");
  }
}
