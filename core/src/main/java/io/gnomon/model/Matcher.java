package io.gnomon.model;

import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/// One condition on one label: `name="value"`, `!=`, `=~` or `!~`. Regular expressions are RE2's,
/// anchored at both ends, and a dot matches a newline too.
public final class Matcher implements Predicate<String> {
  public enum Op {
    EQUAL("="),
    NOT_EQUAL("!="),
    REGEX("=~"),
    NOT_REGEX("!~");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    @Override
    public String toString() {
      return sign;
    }
  }

  private final String name;
  private final Op op;
  private final String value;
  private final Predicate<String> test;

  /// Throws `PatternSyntaxException` for a regular expression that RE2 does not read.
  public Matcher(String name, Op op, String value) {
    this.name = name;
    this.op = op;
    this.value = value;
    this.test = test(op, value);
  }

  public static Matcher equal(String name, String value) {
    return new Matcher(name, Op.EQUAL, value);
  }

  private static Predicate<String> test(Op op, String value) {
    return switch (op) {
      case EQUAL -> value::equals;
      case NOT_EQUAL -> other -> !value.equals(other);
      case REGEX -> regex(value);
      case NOT_REGEX -> regex(value).negate();
    };
  }

  private static Predicate<String> regex(String value) throws PatternSyntaxException {
    var pattern = Regex.compile(value);
    return pattern::matches;
  }

  public String name() {
    return name;
  }

  public Op op() {
    return op;
  }

  public String value() {
    return value;
  }

  @Override
  public boolean test(String labelValue) {
    return test.test(labelValue);
  }

  public boolean accepts(Labels labels) {
    return test(labels.get(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matcher matcher
        && name.equals(matcher.name)
        && op == matcher.op
        && value.equals(matcher.value);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + op.hashCode()) * 31 + value.hashCode();
  }

  @Override
  public String toString() {
    return LabelText.name(name) + op + LabelText.quote(value);
  }
}
