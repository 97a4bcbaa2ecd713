package io.gnomon.web.page;

import io.gnomon.web.yaml.Binder;
import io.gnomon.web.yaml.ConfigException;
import io.gnomon.web.yaml.Environment;
import io.gnomon.web.yaml.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All dashboards there are.
public record Dashboards(List<Dashboard> dashboards) {
  /// Those that come with the program.
  public static Dashboards builtin() {
    try (var in = Dashboards.class.getResourceAsStream("/dashboards/builtin.yml")) {
      if (in == null) {
        throw new IllegalStateException("the jar has no dashboards");
      }
      return parse("builtin.yml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | ConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  static Dashboards parse(String file, String text) throws ConfigException {
    var binder = new Binder(new Environment(Map.of()), Path.of(""), Map.of());
    return binder.bind(Tree.parse(file, text), Dashboards.class);
  }

  public Optional<Dashboard> find(String id) {
    return dashboards.stream().filter(dashboard -> dashboard.id().equals(id)).findFirst();
  }
}
