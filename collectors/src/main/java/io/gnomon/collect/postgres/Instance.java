package io.gnomon.collect.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the server is and what we may see there: decides which queries fit.
///
/// @param version as `server_version_num`: 150004 is 15.4
/// @param role who we are there
/// @param seesAllStats whether other roles' connections and statements are shown to us
/// @param statements the extension pg_stat_statements in our database, if it is there
record Instance(
    int version,
    double startSeconds,
    String role,
    boolean seesAllStats,
    @Nullable StatementsExtension statements) {
  static final String SQL = Sql.read("instance");

  static Instance read(ResultSet row) throws SQLException {
    row.next();
    return new Instance(
        row.getInt("version_num"),
        row.getDouble("start_time_seconds"),
        row.getString("role"),
        row.getBoolean("sees_all_stats"),
        StatementsExtension.of(row.getString("pgss_version"), row.getString("pgss_schema")));
  }

  /// True when the same queries fit both.
  boolean isLike(Instance other) {
    return version == other.version
        && seesAllStats == other.seesAllStats
        && Objects.equals(statements, other.statements);
  }
}
