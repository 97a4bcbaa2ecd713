package io.gnomon.collect.postgres;

import io.gnomon.collect.server.ServerUrl;
import io.gnomon.model.Secret;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL server, seen from one of its databases.
///
/// @param dsn `postgresql://user:password@host:5432/database?sslmode=require`; SQLAlchemy's
///   `postgresql+driver://` and JDBC's `jdbc:postgresql://` are understood too
/// @param username when it is not in the address
/// @param password when it is not in the address
public record PostgresConfig(ServerUrl dsn, @Nullable String username, @Nullable Secret password) {

  public PostgresConfig {
    if (dsn == null) {
      throw new IllegalArgumentException("expected dsn, as postgresql://user@host:5432/database");
    }
    if (!dsn.scheme().matches("(postgresql|postgres)(\\+\\w+)?")) {
      throw new IllegalArgumentException(
          "expected an address that begins with postgresql://, found " + dsn.scheme() + "://");
    }
  }

  public static PostgresConfig of(String dsn) {
    return new PostgresConfig(ServerUrl.parse(dsn), null, null);
  }

  String host() {
    return dsn.host().isEmpty() ? "127.0.0.1" : dsn.host();
  }

  int port() {
    return dsn.port(5432);
  }

  String instance() {
    return (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port();
  }

  String user() {
    return username != null ? username : dsn.user().isEmpty() ? "postgres" : dsn.user();
  }

  @Nullable Secret secret() {
    return password == null ? dsn.password() : password;
  }

  /// The database behind the slash; without one, PostgreSQL's own choice: that of the user's name.
  String database() {
    return dsn.path().length() > 1 ? dsn.path().substring(1) : user();
  }

  /// What the address says about TLS (`sslmode`, `sslrootcert` and so on); the rest of its query is
  /// for other programs.
  Map<String, String> tls() {
    return Arrays.stream(dsn.query().split("&"))
        .filter(pair -> pair.startsWith("ssl") && pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, last) -> last));
  }
}
