package io.gnomon.web.yaml;

import com.google.re2j.Pattern;
import io.gnomon.model.Durations;
import io.gnomon.model.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the text of a single value becomes a value of a type. A type that is not in the table reads
/// itself by a static `parse(String)`. All refuse with `IllegalArgumentException`.
final class Scalars {
  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(Secret.class, Secret::new),
          Map.entry(Duration.class, Durations::parse),
          Map.entry(Path.class, Path::of),
          Map.entry(URI.class, URI::create),
          Map.entry(Pattern.class, Pattern::compile),
          Map.entry(boolean.class, Scalars::bool),
          Map.entry(Boolean.class, Scalars::bool),
          Map.entry(int.class, Scalars::wholeInt),
          Map.entry(Integer.class, Scalars::wholeInt),
          Map.entry(long.class, Scalars::wholeLong),
          Map.entry(Long.class, Scalars::wholeLong),
          Map.entry(double.class, Scalars::number),
          Map.entry(Double.class, Scalars::number));

  private Scalars() {}

  /// The reader of a type, or null when it has none: then it is no single value.
  static @Nullable Function<String, Object> reader(Class<?> type) {
    var known = READERS.get(type);
    if (known != null) {
      return known;
    }
    return type.isEnum() ? text -> constant(type, text) : ownParse(type);
  }

  private static @Nullable Function<String, Object> ownParse(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("parse"))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
        .findFirst()
        .map(method -> (Function<String, Object>) text -> call(method, text))
        .orElse(null);
  }

  private static Object call(Method parse, String text) {
    try {
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object constant(Class<?> type, String text) {
    for (var constant : type.getEnumConstants()) {
      if (word(constant).equalsIgnoreCase(text)) {
        return constant;
      }
    }
    var words =
        Arrays.stream(type.getEnumConstants()).map(Scalars::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("expected one of " + words + ", got \"" + text + "\"");
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static Object bool(String text) {
    return switch (text) {
      case "true", "True", "TRUE", "yes", "on" -> true;
      case "false", "False", "FALSE", "no", "off" -> false;
      default -> throw new IllegalArgumentException("expected true or false, got \"" + text + "\"");
    };
  }

  private static Object wholeInt(String text) {
    return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static Object wholeLong(String text) {
    return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static long whole(String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with what was expected.
    }
    throw new IllegalArgumentException("expected a whole number, got \"" + text + "\"");
  }

  private static Object number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number, got \"" + text + "\"", e);
    }
  }
}
