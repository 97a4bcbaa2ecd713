package io.gnomon.promql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A file of expressions, one a line; lines that start with `#` say where they come from.
final class ExpressionFile {
  private ExpressionFile() {}

  /// The lines of the file that a system property names, or else of a test resource.
  static List<String> lines(String property, String resource) {
    try {
      return Files.readAllLines(path(property, resource)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String property, String resource) {
    var named = System.getProperty(property);
    return named == null ? resource(resource) : Path.of(named);
  }

  static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(ExpressionFile.class.getResource("/promql/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
