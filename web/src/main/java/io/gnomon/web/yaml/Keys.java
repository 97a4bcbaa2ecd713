package io.gnomon.web.yaml;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gnomon.model.Secret;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys under which a record's components stand in the file.
public final class Keys {
  private Keys() {}

  /// `scrapeInterval` is `scrape_interval`; a key that is a Java word is named by `@JsonProperty`.
  public static String of(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? snakeCase(component.getName()) : named.value();
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The keys of another record that stand among a record's own.
  public static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  /// Every key that a record knows; one marked `@JsonIgnore` is not the file's to set.
  static Stream<String> all(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
        .flatMap(Keys::all)
        .distinct();
  }

  /// A secret may stand in a file of its own.
  private static Stream<String> all(RecordComponent component) {
    if (isUnwrapped(component)) {
      return all(component.getType());
    }
    var key = of(component);
    return component.getType() == Secret.class ? Stream.of(key, key + "_file") : Stream.of(key);
  }

  static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == double.class ? 0.0 : null;
  }

  /// What a record has under a key.
  public static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What to tell who wrote an unknown key.
  public static String advice(String key, List<String> known) {
    var near =
        known.stream()
            .filter(other -> distance(key, other) <= Math.max(1, key.length() / 3))
            .min(Comparator.comparingInt(other -> distance(key, other)));
    return near.map(other -> "did you mean " + other + "?")
        .orElse("expected one of " + String.join(", ", known));
  }

  /// How many letters must be added, dropped or changed (Levenshtein).
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
