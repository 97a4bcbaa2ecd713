package io.gnomon.web.page;

import io.gnomon.web.config.Config;
import io.gnomon.web.config.Globs;
import io.gnomon.web.yaml.Binder;
import io.gnomon.web.yaml.ConfigException;
import io.gnomon.web.yaml.Environment;
import io.gnomon.web.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All dashboards there are.
public record Dashboards(List<Dashboard> dashboards) {
  public Dashboards {
    if (dashboards == null) {
      throw new IllegalArgumentException("expected dashboards");
    }
  }

  /// Those that come with the program.
  public static Dashboards builtin() {
    return Bundled.read("builtin.yml", Dashboards.class);
  }

  /// Those and the users' own; of two with the same id the users' counts.
  public static Dashboards read(Config config) throws ConfigException {
    var byId = new LinkedHashMap<String, Dashboard>();
    builtin().dashboards().forEach(each -> byId.put(each.id(), each));
    var binder = new Binder(new Environment(Map.of()), config.home().path(), Map.of());
    for (var file : Globs.expand(config.dashboards())) {
      var own = binder.bind(Tree.read(file), Dashboards.class);
      own.dashboards().forEach(each -> byId.put(each.id(), each));
    }
    return new Dashboards(List.copyOf(byId.values()));
  }

  /// The one about the program itself.
  static Dashboard self() {
    return Bundled.read("self.yml", Dashboards.class).dashboards().getFirst();
  }

  public Optional<Dashboard> find(String id) {
    return dashboards.stream().filter(dashboard -> dashboard.id().equals(id)).findFirst();
  }
}
