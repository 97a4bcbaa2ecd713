package io.gnomon.collect.http;

import io.gnomon.collect.RefusedException;
import io.gnomon.collect.exposition.Bytes;
import io.gnomon.collect.exposition.Format;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/// Fetches one target's page, over a connection that stays open from one scrape to the next. Used
/// by one thread.
public final class HttpClient implements AutoCloseable {
  private static final int MOST_REDIRECTS = 10;
  private static final String AGENT = "Gnomon/1.0";

  private final Address address;
  private final HttpSettings settings;
  private final @Nullable Credentials credentials;
  private final ResponseHead head = new ResponseHead();
  private final Body body;
  private final Gunzip gunzip;
  private final Bytes packed = new Bytes();
  private @Nullable Connection connection;
  private byte[] request = new byte[0];
  private String requestFor = "";

  public HttpClient(Address address, HttpSettings settings) {
    this.address = address;
    this.settings = settings;
    this.credentials = Credentials.of(settings);
    this.body = new Body(settings.bodyLimit());
    this.gunzip = new Gunzip(settings.bodyLimit());
  }

  /// Reads the page and tells its format.
  public Format get(Bytes into) throws IOException, GeneralSecurityException {
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    boolean done = false;
    try {
      follow(deadline);
      if (head.isGzip()) {
        body.read(head, connection(deadline), packed);
        gunzip.unpack(packed, into);
      } else {
        body.read(head, connection(deadline), into);
      }
      done = !head.closes() && (head.isChunked() || head.length() >= 0);
      return head.format();
    } finally {
      if (!done) {
        disconnect();
      }
    }
  }

  private void follow(long deadline) throws IOException, GeneralSecurityException {
    var page = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      exchange(request(page), deadline);
      if (!isRedirect()) {
        checkStatus();
        return;
      }
      page = page.redirect(head.location());
      disconnect();
    }
    throw new RefusedException("expected no more than " + MOST_REDIRECTS + " redirects");
  }

  private boolean isRedirect() {
    return settings.followRedirects()
        && !head.location().isEmpty()
        && head.status() >= 301
        && head.status() <= 308;
  }

  private void checkStatus() {
    if (head.status() != 200) {
      throw new RefusedException("server returned HTTP status " + head.statusText());
    }
  }

  /// A connection that was kept may have been closed at the other end: then once more on a new one.
  private void exchange(byte[] text, long deadline) throws IOException, GeneralSecurityException {
    boolean kept = connection != null;
    try {
      send(text, deadline);
    } catch (EOFException | SocketException e) {
      if (!kept) {
        throw e;
      }
      disconnect();
      send(text, deadline);
    }
  }

  private void send(byte[] text, long deadline) throws IOException, GeneralSecurityException {
    var to = connection(deadline);
    to.send(text, deadline);
    head.read(to);
  }

  private Connection connection(long deadline) throws IOException, GeneralSecurityException {
    if (connection == null) {
      connection = Connection.open(address, settings.tls(), deadline);
    }
    return connection;
  }

  private void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /// The request, made anew only for a redirect or for credentials that changed.
  private byte[] request(Address page) throws IOException {
    var authorization = credentials == null ? "" : credentials.header();
    if (page != address) {
      return text(page, authorization);
    }
    if (request.length == 0 || !authorization.equals(requestFor)) {
      request = text(page, authorization);
      requestFor = authorization;
    }
    return request;
  }

  private byte[] text(Address page, String authorization) {
    var text =
        new StringBuilder("GET " + page.path() + " HTTP/1.1\r\n")
            .append("Host: " + page.authority() + "\r\n")
            .append("User-Agent: " + AGENT + "\r\n")
            .append("Accept: " + Format.ACCEPT + "\r\n")
            .append("Accept-Encoding: " + (settings.compression() ? "gzip" : "identity") + "\r\n")
            .append("X-Prometheus-Scrape-Timeout-Seconds: ")
            .append(settings.timeout().toMillis() / 1000.0 + "\r\n");
    if (!authorization.isEmpty()) {
      text.append("Authorization: " + authorization + "\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    disconnect();
    gunzip.close();
  }
}
