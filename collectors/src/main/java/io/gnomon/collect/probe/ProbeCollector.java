package io.gnomon.collect.probe;

import io.gnomon.collect.Collector;
import io.gnomon.collect.http.Address;
import io.gnomon.collect.http.Connection;
import io.gnomon.collect.http.ResponseHead;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/// Connects, asks once, and hangs up. A target that does not answer is a good collection with
/// `probe_success` 0: the probe itself has done its work.
final class ProbeCollector implements Collector {
  private static final int SUCCESS = 0;
  private static final int DURATION = 1;
  private static final int IP = 2;
  private static final int SSL = 3;
  private static final int STATUS = 4;
  private static final int LENGTH = 5;
  private static final int EXPIRY = 6;

  private final ProbeConfig config;
  private final ResponseHead head = new ResponseHead();
  private final Row row =
      Row.of(
          gauge("probe_success", "1 when the target answered as it should"),
          gauge("probe_duration_seconds", "How long the probe took"),
          gauge("probe_ip_protocol", "4 or 6"),
          gauge("probe_http_ssl", "1 when the connection was secured"),
          gauge("probe_http_status_code", "The status the target answered with"),
          gauge("probe_http_content_length", "Length of the body, -1 when it was not told"),
          gauge("probe_ssl_earliest_cert_expiry", "When the first certificate runs out, epoch"));
  private String warning = "";

  ProbeCollector(ProbeConfig config) {
    this.config = config;
  }

  private static Series gauge(String name, String help) {
    return Series.of(Series.gauge(name, help));
  }

  @Override
  public void collect(SampleSink sink) {
    long started = System.nanoTime();
    row.into(sink);
    warning = "";
    boolean success = answers(started + config.timeout().toNanos());
    row.put(SUCCESS, success ? 1 : 0);
    row.put(DURATION, (System.nanoTime() - started) / 1e9);
  }

  private boolean answers(long deadline) {
    try {
      return connect(Address.parse(config.url()), deadline);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      warning = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return false;
    }
  }

  private boolean connect(Address address, long deadline)
      throws IOException, GeneralSecurityException {
    try (var connection = Connection.open(address, config.tlsConfig(), deadline)) {
      row.put(IP, connection.ipVersion());
      var expiry = connection.earliestExpiry();
      if (expiry != null) {
        row.put(EXPIRY, expiry.getEpochSecond());
      }
      return !config.isHttp() || ask(connection, address, deadline);
    }
  }

  private boolean ask(Connection connection, Address address, long deadline) throws IOException {
    var request =
        "GET "
            + address.path()
            + " HTTP/1.1\r\nHost: "
            + address.authority()
            + "\r\nUser-Agent: Gnomon/1.0\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    connection.send(request.getBytes(StandardCharsets.ISO_8859_1), deadline);
    head.read(connection);
    row.put(SSL, address.secure() ? 1 : 0);
    row.put(STATUS, head.status());
    row.put(LENGTH, head.length());
    if (!config.isValid(head.status())) {
      warning = "answers with HTTP status " + head.statusText();
    }
    return config.isValid(head.status());
  }

  @Override
  public List<String> warnings() {
    return warning.isEmpty() ? List.of() : List.of(config.target() + ": " + warning);
  }
}
