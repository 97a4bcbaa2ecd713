package io.gnomon.web.config;

import io.gnomon.model.Durations;
import io.gnomon.model.Labels;
import io.gnomon.model.Secret;
import io.gnomon.web.yaml.Keys;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// A configuration as YAML, with all that is in force and none of its secrets: what is shown comes
/// from the records, so that only what a record calls no secret can be seen.
public final class ConfigText {
  private ConfigText() {}

  public static String of(Config config) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(shown(config));
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Secret secret -> secret.toString();
      case Labels labels -> labels.toMap();
      case Duration duration -> Durations.print(duration);
      case Config.Home _ -> null;
      case Address address -> address.toString();
      case Collectors collectors -> shown(collectors.byType());
      case Map<?, ?> map -> shownMap(map);
      case Collection<?> list -> shownList(list);
      case Boolean flag -> flag;
      case Number number -> number;
      case Record record -> shownRecord(record);
      default -> value.toString();
    };
  }

  private static @Nullable Object shownMap(Map<?, ?> map) {
    var shown = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> put(shown, String.valueOf(key), shown(value)));
    return shown.isEmpty() ? null : shown;
  }

  private static @Nullable Object shownList(Collection<?> list) {
    return list.isEmpty() ? null : list.stream().map(ConfigText::shown).toList();
  }

  private static @Nullable Object shownRecord(Record record) {
    if (hasOwnText(record)) {
      return record.toString();
    }
    var shown = new LinkedHashMap<String, Object>();
    for (var component : record.getClass().getRecordComponents()) {
      var value = shown(Keys.value(record, component));
      if (Keys.isUnwrapped(component) && value instanceof Map<?, ?> inner) {
        inner.forEach((key, each) -> put(shown, String.valueOf(key), each));
      } else {
        put(shown, Keys.of(component), value);
      }
    }
    return shown;
  }

  /// A record that reads itself from a single value also prints itself as one.
  private static boolean hasOwnText(Record record) {
    return List.of(record.getClass().getMethods()).stream()
        .anyMatch(method -> method.getName().equals("parse"));
  }

  private static void put(Map<String, Object> into, String key, @Nullable Object value) {
    if (value != null) {
      into.put(key, value);
    }
  }
}
