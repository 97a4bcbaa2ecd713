package io.gnomon.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/// HTTP as channels speak it: one POST at a time, bounded in time and in the size of the answer. No
/// redirect is followed, so no credentials leave for another host. Errors never name the address,
/// which may hold a key.
public final class Http implements AutoCloseable {
  private static final int LONGEST_ANSWER = 64 << 10;

  private final HttpClient client;
  private final HttpConfig config;
  private final Duration timeout;

  /// Status and the begin of the body.
  public record Answer(int status, String body) {}

  public Http(HttpConfig config, Duration timeout) {
    this.config = config;
    this.timeout = timeout;
    this.client = client(config, timeout);
  }

  private static HttpClient client(HttpConfig config, Duration timeout) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout);
    var proxy = config.proxyUrl();
    if (proxy != null) {
      builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
    }
    if (config.tlsConfig() != null) {
      builder.sslContext(Tls.context(config.tlsConfig()));
    }
    return builder.build();
  }

  public Answer get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  public Answer postJson(URI address, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    headers().forEach(request::setHeader);
    request.timeout(timeout).setHeader("User-Agent", "Gnomon");
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      return new Answer(answer.statusCode(), begin(body));
    }
  }

  private static String begin(InputStream body) throws IOException {
    return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
  }

  private Map<String, String> headers() {
    var headers = new java.util.HashMap<String, String>();
    if (config.headers() != null) {
      headers.putAll(config.headers());
    }
    var basic = config.basicAuth();
    if (basic != null) {
      var password = basic.password() == null ? "" : basic.password().reveal();
      var pair = (basic.username() + ":" + password).getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    var other = config.authorization();
    if (other != null) {
      var type = other.type() == null ? "Bearer" : other.type();
      headers.put("Authorization", type + " " + other.credentials().reveal());
    }
    if (config.bearerToken() != null) {
      headers.put("Authorization", "Bearer " + config.bearerToken().reveal());
    }
    return headers;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
