package io.gnomon.collect.http;

import io.gnomon.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The value of the `Authorization` header. A secret in a file is read again when the file changes,
/// for tokens that are renewed from outside.
final class Credentials {
  private final String scheme;
  private final @Nullable String user; // null when the secret is sent as it is
  private final @Nullable Path file;
  private @Nullable FileTime read;
  private String header = "";

  private Credentials(
      String scheme, @Nullable String user, @Nullable Secret secret, @Nullable Path file) {
    this.scheme = scheme;
    this.user = user;
    this.file = file;
    if (secret != null) {
      this.header = header(secret.reveal());
    }
  }

  static @Nullable Credentials of(HttpSettings settings) {
    var basic = settings.basicAuth();
    var authorization = settings.authorization();
    if (basic != null) {
      var password = basic.password() == null ? new Secret("") : basic.password();
      return new Credentials("Basic", basic.username(), password, basic.passwordFile());
    }
    if (authorization != null) {
      return new Credentials(
          authorization.type(), null, authorization.credentials(), authorization.credentialsFile());
    }
    if (settings.bearerToken() != null || settings.bearerTokenFile() != null) {
      return new Credentials("Bearer", null, settings.bearerToken(), settings.bearerTokenFile());
    }
    return null;
  }

  String header() throws IOException {
    if (file != null) {
      var changed = Files.getLastModifiedTime(file);
      if (!changed.equals(read)) {
        header = header(Files.readString(file).strip());
        read = changed;
      }
    }
    return header;
  }

  private String header(String secret) {
    var value = user == null ? secret : base64(user + ":" + secret);
    if (value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("expected credentials of one line");
    }
    return scheme + " " + value;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
