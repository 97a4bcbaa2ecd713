package io.gnomon.web.page;

import io.gnomon.web.yaml.Binder;
import io.gnomon.web.yaml.ConfigException;
import io.gnomon.web.yaml.Environment;
import io.gnomon.web.yaml.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The YAML files that describe pages and come with the program.
final class Bundled {
  private Bundled() {}

  static <T> T read(String name, Class<T> type) {
    try (var in = Bundled.class.getResourceAsStream("/dashboards/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + name);
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var binder = new Binder(new Environment(Map.of()), Path.of(""), Map.of());
      return binder.bind(Tree.parse(name, text), type);
    } catch (IOException | ConfigException e) {
      throw new IllegalStateException(e);
    }
  }
}
