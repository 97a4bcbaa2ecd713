package io.gnomon.web.config;

import io.gnomon.collect.CollectorType;
import io.gnomon.web.yaml.Binder;
import io.gnomon.web.yaml.ConfigException;
import io.gnomon.web.yaml.Environment;
import io.gnomon.web.yaml.Place;
import io.gnomon.web.yaml.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Reads `gnomon.yml`, or makes the configuration that stands without one.
public final class ConfigReader {
  private final List<CollectorType<?>> types;
  private final Map<String, String> environment;

  public ConfigReader(List<CollectorType<?>> types, Map<String, String> environment) {
    this.types = types;
    this.environment = environment;
  }

  public Config read(Path file) throws ConfigException {
    return bind(Tree.read(file), file.toAbsolutePath().resolveSibling(""));
  }

  /// What runs when there is no file.
  public Config standard() throws ConfigException {
    return parse("");
  }

  Config parse(String text) throws ConfigException {
    return bind(Tree.parse("gnomon.yml", text), Path.of(""));
  }

  private Config bind(Place root, Path home) throws ConfigException {
    var binder = new Binder(new Environment(environment), home, sections(home));
    return (Config) binder.record(root, Config.class);
  }

  /// What is there even when the file does not name it.
  private Map<Class<?>, Binder.Section> sections(Path home) {
    return Map.of(
        Global.class, (place, binder) -> binder.record(place, Global.class),
        Storage.class, (place, binder) -> binder.record(place, Storage.class),
        Web.class, (place, binder) -> binder.record(place, Web.class),
        Config.Home.class, (_, _) -> new Config.Home(home),
        Collectors.class, this::collectors);
  }

  private Collectors collectors(Place place, Binder binder) throws ConfigException {
    return place.isNothing()
        ? Collectors.found(types, environment)
        : Collectors.read(types, place, binder);
  }
}
