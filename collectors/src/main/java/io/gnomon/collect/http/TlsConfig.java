package io.gnomon.collect.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `tls_config`: whom to trust, and how to say who we are. Files are PEM.
public record TlsConfig(
    @Nullable Path caFile,
    @Nullable Path certFile,
    @Nullable Path keyFile,
    @Nullable String serverName,
    boolean insecureSkipVerify) {
  public TlsConfig {
    if ((certFile == null) != (keyFile == null)) {
      throw new IllegalArgumentException("expected cert_file and key_file together");
    }
  }
}
