package io.gnomon.collect.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.exposition.Recorder;
import io.gnomon.collect.http.Address;
import io.gnomon.collect.http.Authorization;
import io.gnomon.collect.http.BasicAuth;
import io.gnomon.collect.http.HttpSettings;
import io.gnomon.model.ByteSize;
import io.gnomon.model.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpScraperTest {
  private static final HttpSettings PLAIN =
      new HttpSettings(
          Duration.ofSeconds(2), new ByteSize(1 << 20), true, true, null, null, null, null, null);

  private final Recorder recorder = new Recorder();

  @TempDir Path directory;

  @Test
  void readsAPageOfKnownLengthOverOneConnection() throws Exception {
    try (var server = RawServer.text("HTTP/1.1 200 OK", "Content-Length: 8", "", "a 1\nb 2\n");
        var scraper = scraper(server, PLAIN)) {
      scraper.collect(recorder);
      scraper.collect(recorder);

      assertThat(recorder.samples).containsExactly("a 1.0", "b 2.0", "a 1.0", "b 2.0");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsAPageInChunks() throws Exception {
    try (var server =
            RawServer.text(
                "HTTP/1.1 200 OK",
                "transfer-encoding: chunked",
                "",
                "2;x=y",
                "a ",
                "A",
                "1\nbcdefg 2",
                "0",
                "T: v",
                "",
                "");
        var scraper = scraper(server, PLAIN)) {
      scraper.collect(recorder);
      scraper.collect(recorder);

      assertThat(recorder.samples).containsExactly("a 1.0", "bcdefg 2.0", "a 1.0", "bcdefg 2.0");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsAPageOfAnOldServerToTheEndOfTheConnection() throws Exception {
    try (var server =
            new RawServer((_, socket) -> {
              write(socket, "HTTP/1.0 200 OK\r\n\r\na 1\n");
              socket.close();
            });
        var scraper = scraper(server, PLAIN)) {
      scraper.collect(recorder);
      scraper.collect(recorder);

      assertThat(recorder.samples).containsExactly("a 1.0", "a 1.0");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void readsOpenMetricsInGzip() throws Exception {
    try (var server = gzip("a_total 1 1.5\n# EOF\n".getBytes(StandardCharsets.UTF_8));
        var scraper = scraper(server, PLAIN)) {
      scraper.collect(recorder);
      scraper.collect(recorder);

      assertThat(recorder.samples).containsExactly("a_total 1.0 @1500", "a_total 1.0 @1500");
    }
  }

  @Test
  void connectsAgainWhenTheServerHasClosedTheConnection() throws Exception {
    try (var server =
            new RawServer((_, socket) -> {
              write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na 1\n");
              socket.close();
            });
        var scraper = scraper(server, PLAIN)) {
      for (int i = 0; i < 3; i++) {
        scraper.collect(recorder);
      }

      assertThat(recorder.samples).hasSize(3);
    }
  }

  @Test
  void asksAsPrometheusDoes() throws Exception {
    try (var server = RawServer.text("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
        var scraper = scraper(server, PLAIN)) {
      scraper.collect(recorder);

      assertThat(server.requests().getFirst().lines())
          .contains(
              "GET /metrics?x=y HTTP/1.1",
              "Host: localhost:" + server.port(),
              "Accept-Encoding: gzip",
              "X-Prometheus-Scrape-Timeout-Seconds: 2.0")
          .anyMatch(line -> line.startsWith("Accept: application/openmetrics-text;version=1.0.0,"));
    }
  }

  @Test
  void sendsAPasswordFromAFileAndReadsItAgainWhenItChanges() throws Exception {
    var file = Files.writeString(directory.resolve("password"), "first\n");
    var basic = new BasicAuth("ann", null, file);
    try (var server = RawServer.text("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
        var scraper = scraper(server, with(basic, null, null))) {
      scraper.collect(recorder);
      Files.writeString(file, "second\n");
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      scraper.collect(recorder);

      assertThat(server.requests().get(0)).contains("Authorization: Basic YW5uOmZpcnN0\n");
      assertThat(server.requests().get(1)).contains("Authorization: Basic YW5uOnNlY29uZA==\n");
    }
  }

  @Test
  void sendsTokens() throws Exception {
    var authorization = new Authorization(null, new Secret("t1"), null);
    try (var server = RawServer.text("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
        var one = scraper(server, with(null, authorization, null));
        var other = scraper(server, with(null, null, new Secret("t2")))) {
      one.collect(recorder);
      other.collect(recorder);

      assertThat(server.requests().get(0)).contains("Authorization: Bearer t1\n");
      assertThat(server.requests().get(1)).contains("Authorization: Bearer t2\n");
    }
  }

  @Test
  void followsARedirectOnTheSameHost() throws Exception {
    try (var server =
            new RawServer((request, socket) ->
                write(
                    socket,
                    request.startsWith("GET /m2 ")
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na 1\n"
                        : "HTTP/1.1 302 Found\r\nLocation: /m2\r\nContent-Length: 0\r\n\r\n"));
        var scraper = scraper(server, PLAIN)) {
      scraper.collect(recorder);

      assertThat(recorder.samples).containsExactly("a 1.0");
    }
  }

  @Test
  void followsNoRedirectToAnotherHost() throws Exception {
    var asked = new AtomicInteger();
    try (var other = new RawServer((_, _) -> asked.incrementAndGet())) {
      refuses(
          "redirects to another host are not followed: http://127.0.0.1:" + other.port() + "/m",
          "HTTP/1.1 302 Found",
          "Location: http://127.0.0.1:" + other.port() + "/m",
          "",
          "");
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void endsARedirectInACircle() throws Exception {
    refuses(
        "expected no more than 10 redirects", "HTTP/1.1 301 Moved", "Location: /metrics", "", "");
  }

  @Test
  void tellsTheStatusOfARefusal() throws Exception {
    refuses(
        "server returned HTTP status 503 Service Unavailable",
        "HTTP/1.1 503 Service Unavailable",
        "Content-Length: 0",
        "",
        "");
  }

  @Test
  void refusesWhatIsNotHttp() throws Exception {
    refuses("expected an HTTP response", "SSH-2.0-OpenSSH_9.2", "", "");
    refuses(
        "expected the length of a chunk",
        "HTTP/1.1 200 OK",
        "Transfer-Encoding: chunked",
        "",
        "zz",
        "");
    refuses(
        "the body ended early",
        "HTTP/1.1 200 OK",
        "Content-Length: 9",
        "Connection: close",
        "",
        "a 1\n");
    refuses(
        "expected a number in the response's head", "HTTP/1.1 200 OK", "Content-Length: x", "", "");
  }

  @Test
  void refusesABodyThatIsNotText() throws Exception {
    var bytes = new byte[1000];
    new Random(3).nextBytes(bytes);
    bytes[0] = (byte) 0xff;
    var head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    try (var server =
            new RawServer((_, socket) -> {
              socket.getOutputStream().write(head);
              socket.getOutputStream().write(bytes);
            });
        var scraper = scraper(server, PLAIN)) {
      assertThatThrownBy(() -> scraper.collect(recorder))
          .hasMessageStartingWith("line 1: expected a metric name");
    }
  }

  @Test
  void refusesABodyThatNeverEnds() throws Exception {
    var chunk = ("1000\r\n" + "# ".repeat(0x800) + "\r\n").getBytes(StandardCharsets.UTF_8);
    endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunk);
    endless("HTTP/1.0 200 OK\r\n\r\n", chunk);
  }

  private void endless(String head, byte[] piece) throws Exception {
    try (var server =
            new RawServer((_, socket) -> {
              write(socket, head);
              while (true) {
                socket.getOutputStream().write(piece);
              }
            });
        var scraper = scraper(server, PLAIN)) {
      assertThatThrownBy(() -> scraper.collect(recorder))
          .hasMessage("expected a body of no more than body_size_limit 1MB");
    }
  }

  @Test
  void refusesATooLongBodyBeforeReadingIt() throws Exception {
    refuses(
        "expected a body of no more than body_size_limit 1MB",
        "HTTP/1.1 200 OK",
        "Content-Length: 99999999999",
        "",
        "");
  }

  @Test
  void refusesHeadersWithoutEnd() throws Exception {
    try (var server =
            new RawServer((_, socket) -> {
              write(socket, "HTTP/1.1 200 OK\r\n");
              while (true) {
                write(socket, "X: y\r\n".repeat(1000));
              }
            });
        var scraper = scraper(server, PLAIN)) {
      assertThatThrownBy(() -> scraper.collect(recorder))
          .hasMessage("expected no more than 64 KB of headers");
    }
  }

  @Test
  void refusesAGzipBomb() throws Exception {
    try (var server = gzip("# a comment\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
        var scraper = scraper(server, PLAIN)) {
      assertThatThrownBy(() -> scraper.collect(recorder))
          .hasMessage("expected a body of no more than body_size_limit 1MB");
    }
  }

  @Test
  void refusesBrokenGzip() throws Exception {
    refuses(
        "expected a body in gzip that is whole",
        "HTTP/1.1 200 OK",
        "Content-Encoding: gzip",
        "Content-Length: 4",
        "",
        "a 1\n");
  }

  @Test
  void givesUpOnAServerThatSaysNothing() throws Exception {
    try (var server = new RawServer((_, _) -> {});
        var scraper = scraper(server, impatient())) {
      assertThatThrownBy(() -> scraper.collect(recorder)).hasMessageContaining("timed out");
    }
  }

  @Test
  void givesUpOnAServerThatTrickles() throws Exception {
    try (var server =
            new RawServer((_, socket) -> {
              while (true) {
                write(socket, "H");
                Thread.sleep(20);
              }
            });
        var scraper = scraper(server, impatient())) {
      assertThatThrownBy(() -> scraper.collect(recorder))
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  private void refuses(String message, String... answer) throws Exception {
    var bytes = String.join("\r\n", answer).getBytes(StandardCharsets.UTF_8);
    try (var server =
            new RawServer((request, socket) -> {
              socket.getOutputStream().write(bytes);
              if (String.join("", answer).contains("Connection: close")) {
                socket.close();
              }
            });
        var scraper = scraper(server, PLAIN)) {
      assertThatThrownBy(() -> scraper.collect(recorder)).hasMessage(message);
    }
  }

  private static RawServer gzip(byte[] page) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(page);
    }
    var head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/openmetrics-text; version=1.0.0\r\n"
            + "Content-Encoding: gzip\r\nContent-Length: "
            + packed.size()
            + "\r\n\r\n";
    return new RawServer((_, socket) -> {
      write(socket, head);
      socket.getOutputStream().write(packed.toByteArray());
    });
  }

  private static void write(java.net.Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpScraper scraper(RawServer server, HttpSettings settings) {
    return new HttpScraper(
        Address.parse("http://localhost:" + server.port() + "/metrics?x=y"), settings);
  }

  private static HttpSettings with(BasicAuth basic, Authorization authorization, Secret token) {
    return new HttpSettings(
        PLAIN.timeout(), PLAIN.bodyLimit(), true, true, null, basic, authorization, token, null);
  }

  private static HttpSettings impatient() {
    return new HttpSettings(
        Duration.ofMillis(200), PLAIN.bodyLimit(), true, true, null, null, null, null, null);
  }
}
