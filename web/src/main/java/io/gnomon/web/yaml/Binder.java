package io.gnomon.web.yaml;

import io.gnomon.model.Labels;
import io.gnomon.model.Secret;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Makes records of a YAML tree. A key is a component's name in snake case; a component without a
/// key gets null (or 0, or false), and the record's own constructor sets the default or refuses.
/// Files named in the tree are relative to `home`.
public final class Binder {
  /// How a section that no record describes is read; also asked when the section is missing.
  @FunctionalInterface
  public interface Section {
    Object read(Place place, Binder binder) throws ConfigException;
  }

  private final Environment environment;
  private final Path home;
  private final Map<Class<?>, Section> sections;

  public Binder(Environment environment, Path home, Map<Class<?>, Section> sections) {
    this.environment = environment;
    this.home = home;
    this.sections = sections;
  }

  public <T> T bind(Place place, Class<T> type) throws ConfigException {
    return type.cast(value(place, type));
  }

  public Object value(Place place, Type type) throws ConfigException {
    return switch (type) {
      case ParameterizedType generic when generic.getRawType() == List.class ->
          list(place, generic.getActualTypeArguments()[0]);
      case ParameterizedType generic when generic.getRawType() == Map.class ->
          map(place, generic.getActualTypeArguments()[1]);
      case Class<?> plain when plain == Labels.class -> labels(place);
      case Class<?> plain -> single(place, plain);
      default -> throw new IllegalArgumentException("no way to read a " + type);
    };
  }

  private Object single(Place place, Class<?> type) throws ConfigException {
    var reader = Scalars.reader(type);
    if (place.node() instanceof ScalarNode && reader != null) {
      return scalar(place, reader);
    }
    var section = sections.get(type);
    if (section != null) {
      return section.read(place, this);
    }
    if (type.isRecord()) {
      return record(place, type);
    }
    throw place.error("expected a single value, got " + place.got());
  }

  private Object scalar(Place place, Function<String, Object> reader) throws ConfigException {
    try {
      var value = reader.apply(environment.expand(((ScalarNode) place.node()).getValue()));
      return value instanceof Path path ? home.resolve(path) : value;
    } catch (IllegalArgumentException e) {
      throw place.error(String.valueOf(e.getMessage()));
    }
  }

  private List<Object> list(Place place, Type item) throws ConfigException {
    var nodes = Tree.items(place);
    var list = new ArrayList<Object>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      list.add(value(place.item(i, nodes.get(i)), item));
    }
    return List.copyOf(list);
  }

  private Map<String, Object> map(Place place, Type value) throws ConfigException {
    var map = new LinkedHashMap<String, Object>();
    for (var entry : Tree.entries(place).entrySet()) {
      map.put(entry.getKey(), value(place.key(entry.getKey(), entry.getValue().value()), value));
    }
    return map;
  }

  private Labels labels(Place place) throws ConfigException {
    var map = new LinkedHashMap<String, String>();
    map(place, String.class).forEach((name, value) -> map.put(name, value.toString()));
    return Labels.of(map);
  }

  /// A record of the keys there are; without any, of the defaults.
  public Object record(Place place, Class<?> type) throws ConfigException {
    Map<String, Tree.Entry> entries = place.isNothing() ? Map.of() : Tree.entries(place);
    refuseUnknown(place, entries, type);
    return record(place, type, entries);
  }

  private Object record(Place place, Class<?> type, Map<String, Tree.Entry> entries)
      throws ConfigException {
    var components = type.getRecordComponents();
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    var own = Arrays.stream(components).map(Keys::of).collect(Collectors.toSet());
    for (int i = 0; i < components.length; i++) {
      arguments[i] = component(place, entries, components[i], own);
    }
    return construct(place, type, components, arguments);
  }

  private @Nullable Object component(
      Place place, Map<String, Tree.Entry> entries, RecordComponent component, Set<String> own)
      throws ConfigException {
    if (Keys.isUnwrapped(component)) {
      return record(place, component.getType(), entries);
    }
    var key = Keys.of(component);
    var entry = entries.get(key);
    var file = component.getType() == Secret.class ? entries.get(key + "_file") : null;
    if (file != null && !own.contains(key + "_file")) {
      return secretFile(place.key(key + "_file", file.value()));
    }
    var value = place.key(key, entry == null ? Tree.nothing() : entry.value());
    if (!value.isNothing()) {
      return value(value, component.getGenericType());
    }
    var section = sections.get(component.getType());
    return section == null ? Keys.nothing(component.getType()) : section.read(value, this);
  }

  private Secret secretFile(Place place) throws ConfigException {
    var path = home.resolve(bind(place, String.class));
    try {
      return new Secret(Files.readString(path).strip());
    } catch (IOException e) {
      throw place.error("cannot be read: " + path);
    }
  }

  private static void refuseUnknown(Place place, Map<String, Tree.Entry> entries, Class<?> type)
      throws ConfigException {
    var known = Keys.all(type).toList();
    for (var entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw place
            .key(entry.getKey(), entry.getValue().key())
            .error("unknown key; " + Keys.advice(entry.getKey(), known));
      }
    }
  }

  private static Object construct(
      Place place, Class<?> type, RecordComponent[] components, @Nullable Object[] arguments)
      throws ConfigException {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refused(place, String.valueOf(refusal.getMessage()));
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A record's refusal that begins with `key: ` is told at that key.
  private static ConfigException refused(Place place, String message) throws ConfigException {
    int colon = message.indexOf(": ");
    var entry = colon < 0 ? null : Tree.entries(place).get(message.substring(0, colon));
    return entry == null
        ? place.error(message)
        : place.key(entry.key().getValue(), entry.value()).error(message.substring(colon + 2));
  }
}
