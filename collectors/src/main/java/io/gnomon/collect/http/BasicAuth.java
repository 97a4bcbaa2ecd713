package io.gnomon.collect.http;

import io.gnomon.model.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// User name and password; a password file is read again when it changes.
public record BasicAuth(String username, @Nullable Secret password, @Nullable Path passwordFile) {
  public BasicAuth {
    if (username == null) {
      throw new IllegalArgumentException("username: expected a user name");
    }
  }
}
