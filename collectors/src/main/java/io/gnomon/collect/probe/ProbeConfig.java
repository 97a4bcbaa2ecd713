package io.gnomon.collect.probe;

import io.gnomon.collect.http.TlsConfig;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to probe: `http://host/path`, `https://host/path`, `tcp://host:port`, `tls://host:port`.
///
/// @param validStatusCodes what counts as an answer over HTTP; none given: 200 to 299. Redirects
///   are answers, not followed.
public record ProbeConfig(
    String target,
    Duration timeout,
    List<Integer> validStatusCodes,
    @Nullable TlsConfig tlsConfig) {
  private static final Pattern TARGET =
      Pattern.compile("https?://[^/\\s@]+(/\\S*)?|(tcp|tls)://[^/\\s@]+:\\d{1,5}");

  public ProbeConfig {
    if (target == null || !TARGET.matcher(target).matches()) {
      throw new IllegalArgumentException(
          "target: expected http://, https://, tcp:// or tls:// and host:port, got \""
              + target
              + "\"");
    }
    timeout = timeout == null ? Duration.ofSeconds(5) : timeout;
    validStatusCodes = validStatusCodes == null ? List.of() : List.copyOf(validStatusCodes);
  }

  boolean isHttp() {
    return target.startsWith("http");
  }

  boolean isValid(int status) {
    return validStatusCodes.isEmpty()
        ? status >= 200 && status < 300
        : validStatusCodes.contains(status);
  }

  /// The target as an address, of which TCP and TLS use host and port only.
  String url() {
    return target.replaceFirst("^tcp:", "http:").replaceFirst("^tls:", "https:");
  }
}
