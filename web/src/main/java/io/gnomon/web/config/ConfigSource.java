package io.gnomon.web.config;

import io.gnomon.web.yaml.ConfigException;
import java.nio.file.Path;
import java.util.List;

/// Where the configuration comes from, each time it is wanted.
public interface ConfigSource {
  Config read() throws ConfigException;

  /// The files whose change asks for a reload.
  default List<Path> files() {
    return List.of();
  }
}
