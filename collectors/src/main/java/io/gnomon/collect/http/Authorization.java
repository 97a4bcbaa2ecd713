package io.gnomon.collect.http;

import io.gnomon.model.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What stands in the `Authorization` header; a credentials file is read again when it changes.
public record Authorization(
    String type, @Nullable Secret credentials, @Nullable Path credentialsFile) {
  public Authorization {
    type = type == null || type.isBlank() ? "Bearer" : type.strip();
    if (type.equalsIgnoreCase("basic")) {
      throw new IllegalArgumentException("type: expected basic_auth for user and password");
    }
  }
}
