package io.gnomon.notify;

import io.gnomon.model.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a channel speaks HTTP. Redirects to another host are never followed.
public record HttpConfig(
    @Nullable BasicAuth basicAuth,
    @Nullable Authorization authorization,
    @Nullable Secret bearerToken,
    @Nullable Boolean followRedirects,
    @Nullable URI proxyUrl,
    @Nullable TlsConfig tlsConfig,
    @Nullable Map<String, String> headers) {
  public static final HttpConfig NONE = new HttpConfig(null, null, null, null, null, null, null);

  public record BasicAuth(@Nullable String username, @Nullable Secret password) {}

  public record Authorization(@Nullable String type, Secret credentials) {
    public Authorization {
      if (credentials == null) {
        throw new IllegalArgumentException("expected credentials or credentials_file");
      }
      if (type != null && type.equalsIgnoreCase("basic")) {
        throw new IllegalArgumentException("type: expected basic_auth for Basic");
      }
    }
  }

  public record TlsConfig(@Nullable Path caFile, boolean insecureSkipVerify) {}

  public HttpConfig {
    int ways = (basicAuth == null ? 0 : 1) + (authorization == null ? 0 : 1);
    if (ways + (bearerToken == null ? 0 : 1) > 1) {
      throw new IllegalArgumentException(
          "expected one of basic_auth, authorization and bearer_token");
    }
  }
}
