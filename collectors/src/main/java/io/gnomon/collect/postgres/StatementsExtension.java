package io.gnomon.collect.postgres;

import org.jspecify.annotations.Nullable;

/// Where pg_stat_statements lives and which columns it has. The extension's own version decides,
/// not the server's: pg_upgrade keeps the old one.
///
/// @param version as major × 1000 + minor: 1.9 is 1009
record StatementsExtension(int version, String schema) {
  private static final int HAS_EXEC_TIME = 1008;
  private static final int HAS_TOPLEVEL = 1009;

  static @Nullable StatementsExtension of(@Nullable String version, @Nullable String schema) {
    if (version == null || schema == null) {
      return null;
    }
    var parts = version.split("\\.");
    int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return new StatementsExtension(Integer.parseInt(parts[0]) * 1000 + minor, schema);
  }

  String sql() {
    return Sql.read("statements")
        .replace("{schema}", Sql.quote(schema))
        .replace("{time}", version >= HAS_EXEC_TIME ? "total_exec_time" : "total_time")
        .replace("{toplevel}", version >= HAS_TOPLEVEL ? "s.toplevel" : "true");
  }
}
