package io.gnomon.rules.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What templates work with: Go's float64 (Double), int (Long), string, bool, maps, lists, samples.
final class Values {
  private Values() {}

  static boolean truth(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case Double number -> number != 0;
      case Long number -> number != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /// A label that is missing is empty.
  static @Nullable Object field(@Nullable Object of, String name) {
    return switch (of) {
      case Map<?, ?> map -> map.containsKey(name) ? map.get(name) : "";
      case Context.Sample sample -> field(sample, name);
      case Context context -> field(context, name);
      case null -> throw new TemplateException("nil pointer evaluating " + name);
      default ->
          throw new TemplateException(
              "can't evaluate field " + name + " in type " + GoText.type(of));
    };
  }

  private static Object field(Context.Sample sample, String name) {
    return switch (name) {
      case "Labels" -> sample.labels().toMap();
      case "Value" -> sample.value();
      default -> throw new TemplateException("can't evaluate field " + name + " in a sample");
    };
  }

  private static Object field(Context context, String name) {
    return switch (name) {
      case "Labels" -> context.labels().toMap();
      case "ExternalLabels" -> context.externalLabels().toMap();
      case "ExternalURL" -> context.externalUrl();
      case "Value" -> context.value();
      default -> throw new TemplateException("can't evaluate field " + name + " in the alert");
    };
  }

  static double number(@Nullable Object value) {
    return switch (value) {
      case Double number -> number;
      case Long number -> number;
      case String text -> parse(text);
      case null, default ->
          throw new TemplateException("can't convert " + GoText.type(value) + " to float");
    };
  }

  private static double parse(String text) {
    try {
      return switch (text) {
        case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw new TemplateException("strconv.ParseFloat: parsing \"" + text + "\": invalid syntax");
    }
  }

  static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new TemplateException("wrong type for value; expected string; got " + GoText.type(value));
  }

  static boolean equal(@Nullable Object a, @Nullable Object b) {
    sameKind(a, b);
    return a == null ? b == null : a.equals(b);
  }

  static int compare(@Nullable Object a, @Nullable Object b) {
    sameKind(a, b);
    return switch (a) {
      case Double number when b instanceof Double other ->
          number < other ? -1 : number > other ? 1 : 0;
      case Long number when b instanceof Long other -> Long.compare(number, other);
      case String text when b instanceof String other -> text.compareTo(other);
      case null, default -> throw new TemplateException("invalid type for comparison");
    };
  }

  private static void sameKind(@Nullable Object a, @Nullable Object b) {
    if (a != null && b != null && a.getClass() != b.getClass()) {
      throw new TemplateException("incompatible types for comparison");
    }
  }
}
