package io.gnomon.collect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The texts of the queries.
final class Sql {
  private Sql() {}

  static String read(String name) {
    try (var file =
        Objects.requireNonNull(Sql.class.getResourceAsStream(name + ".sql"), name + ".sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A name as it stands in SQL whatever is in it.
  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
