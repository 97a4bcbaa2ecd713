package io.gnomon.web.config;

import io.gnomon.web.yaml.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// File names with `*`, `?`, `[...]` or `{...}` in their last part.
public final class Globs {
  private Globs() {}

  /// The files there are now, in the order of the globs and of their names. A name without a
  /// wildcard stands for its file, whether there is one or not.
  public static List<Path> expand(List<Path> globs) throws ConfigException {
    var files = new ArrayList<Path>();
    for (var glob : globs) {
      files.addAll(matching(glob));
    }
    return files;
  }

  private static List<Path> matching(Path glob) throws ConfigException {
    var name = Objects.toString(glob.getFileName(), "");
    var folder = glob.toAbsolutePath().resolveSibling("");
    if (!name.matches(".*[*?\\[{].*")) {
      return List.of(glob);
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var found = Files.newDirectoryStream(folder, name)) {
      var files = new ArrayList<Path>();
      found.forEach(files::add);
      files.sort(null);
      return files;
    } catch (IOException e) {
      throw new ConfigException(glob + ": cannot be read: " + e.getMessage());
    }
  }
}
