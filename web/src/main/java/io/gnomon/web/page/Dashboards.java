package io.gnomon.web.page;

import java.util.List;
import java.util.Optional;

/// All dashboards there are.
public record Dashboards(List<Dashboard> dashboards) {
  /// Those that come with the program.
  public static Dashboards builtin() {
    return Bundled.read("builtin.yml", Dashboards.class);
  }

  /// The one about the program itself.
  static Dashboard self() {
    return Bundled.read("self.yml", Dashboards.class).dashboards().getFirst();
  }

  public Optional<Dashboard> find(String id) {
    return dashboards.stream().filter(dashboard -> dashboard.id().equals(id)).findFirst();
  }
}
