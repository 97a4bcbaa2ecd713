package io.gnomon.rules.template;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a function was called with.
record Arguments(String function, List<@Nullable Object> values) {
  @Nullable Object any(int i) {
    if (i >= values.size()) {
      throw new TemplateException("wrong number of args for " + function);
    }
    return values.get(i);
  }

  String text(int i) {
    return Values.text(any(i));
  }

  double number(int i) {
    return Values.number(any(i));
  }

  List<?> list(int i) {
    if (any(i) instanceof List<?> list) {
      return list;
    }
    throw new TemplateException("wrong type for value in " + function + "; expected a vector");
  }

  Context.Sample sample(int i) {
    return sample(any(i));
  }

  static Context.Sample sample(@Nullable Object value) {
    if (value instanceof Context.Sample sample) {
      return sample;
    }
    throw new TemplateException("expected a sample; got " + GoText.type(value));
  }

  List<@Nullable Object> from(int i) {
    return values.subList(Math.min(i, values.size()), values.size());
  }

  /// The first argument with that truth, else the last one.
  @Nullable Object firstThat(boolean truth) {
    for (var value : values) {
      if (Values.truth(value) == truth) {
        return value;
      }
    }
    return any(values.size() - 1);
  }

  boolean equalsAny() {
    var first = any(0);
    any(1);
    return from(1).stream().anyMatch(other -> Values.equal(first, other));
  }

  /// True when the order of the first two is one of these.
  boolean order(int one, int other) {
    int order = Integer.signum(Values.compare(any(0), any(1)));
    return order == one || order == other;
  }

  /// As Go's Sprint: spaces between two that are no strings.
  String print() {
    var out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      boolean space =
          i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String);
      out.append(space ? " " : "").append(GoText.print(values.get(i)));
    }
    return out.toString();
  }

  String println() {
    return values.stream().map(GoText::print).collect(Collectors.joining(" ", "", "\n"));
  }
}
