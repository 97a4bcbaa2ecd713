package io.gnomon.collect.http;

import io.gnomon.model.ByteSize;
import io.gnomon.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a target's page is fetched.
///
/// @param bodyLimit of the body as it comes, and again of what it unpacks to
public record HttpSettings(
    Duration timeout,
    ByteSize bodyLimit,
    boolean followRedirects,
    boolean compression,
    @Nullable TlsConfig tls,
    @Nullable BasicAuth basicAuth,
    @Nullable Authorization authorization,
    @Nullable Secret bearerToken,
    @Nullable Path bearerTokenFile) {}
