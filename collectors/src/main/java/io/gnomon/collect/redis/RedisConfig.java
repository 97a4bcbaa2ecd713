package io.gnomon.collect.redis;

import io.gnomon.collect.server.ServerUrl;
import io.gnomon.model.Secret;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One Redis server.
///
/// @param url `redis://host:6379`, `rediss://host:6380` for TLS, or `unix:///run/redis.sock`; a
///   user and a password may stand in it
/// @param username of the ACL, when it is not in the address
/// @param password when it is not in the address
/// @param caFile PEM certificates to trust for TLS instead of the usual ones
public record RedisConfig(
    ServerUrl url, @Nullable String username, @Nullable Secret password, @Nullable Path caFile) {
  private static final Set<String> SCHEMES = Set.of("redis", "rediss", "unix");

  public RedisConfig {
    if (url == null) {
      throw new IllegalArgumentException("expected url, as redis://127.0.0.1:6379");
    }
    if (!SCHEMES.contains(url.scheme())) {
      throw new IllegalArgumentException(
          "expected an address that begins with redis://, rediss:// or unix://, found "
              + url.scheme()
              + "://");
    }
    if (url.scheme().equals("unix") && url.path().isEmpty()) {
      throw new IllegalArgumentException(
          "expected the path of a socket, as unix:///run/redis.sock");
    }
  }

  public static RedisConfig of(String url) {
    return new RedisConfig(ServerUrl.parse(url), null, null, null);
  }

  /// `host:port`, or the path of the socket.
  public String instance() {
    return isUnix() ? url.path() : hostOr("127.0.0.1") + ":" + url.port(6379);
  }

  String hostOr(String usual) {
    return url.host().isEmpty() ? usual : url.host();
  }

  boolean isUnix() {
    return url.scheme().equals("unix");
  }

  boolean isTls() {
    return url.scheme().equals("rediss");
  }

  /// Whom we are: empty for Redis's default user.
  String user() {
    return username == null ? url.user() : username;
  }

  @Nullable Secret secret() {
    return password == null ? url.password() : password;
  }

  /// The database behind the slash; 0 when none is given.
  public int database() {
    var digits = isUnix() ? "" : url.path().replace("/", "");
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
  }
}
