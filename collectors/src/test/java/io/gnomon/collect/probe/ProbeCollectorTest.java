package io.gnomon.collect.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.gnomon.collect.exposition.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeCollectorTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/fine", 200);
    answer("/broken", 503);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  @Test
  void tellsAnAnswerOverHttp() {
    assertThat(probe("http://" + address() + "/fine"))
        .contains("probe_success 1.0", "probe_http_status_code 200.0", "probe_http_ssl 0.0")
        .contains("probe_ip_protocol 4.0")
        .anyMatch(sample -> sample.startsWith("probe_duration_seconds "));
  }

  @Test
  void tellsAnAnswerThatIsNotTheExpectedOne() {
    assertThat(probe("http://" + address() + "/broken"))
        .contains("probe_success 0.0", "probe_http_status_code 503.0");
    assertThat(probe("http://" + address() + "/broken", 503)).contains("probe_success 1.0");
  }

  @Test
  void tellsAnOpenAndAClosedPort() throws IOException {
    assertThat(probe("tcp://" + address())).contains("probe_success 1.0");
    int closed = server.getAddress().getPort();
    server.stop(0);
    assertThat(probe("tcp://127.0.0.1:" + closed)).hasSize(2).contains("probe_success 0.0");
  }

  @Test
  void givesUpOnASilentServer() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var config =
          new ProbeConfig(
              "tls://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200), null, null);
      var probe = new ProbeCollector(config);
      var recorder = new Recorder();
      probe.collect(recorder);

      assertThat(recorder.samples).contains("probe_success 0.0");
      assertThat(probe.warnings()).singleElement().asString().startsWith("tls://127.0.0.1:");
    }
  }

  @Test
  void refusesWhatItCannotProbe() {
    for (var target : List.of("file:///etc/passwd", "icmp://h", "tcp://h", "http://u:p@h/")) {
      assertThatThrownBy(() -> new ProbeConfig(target, null, null, null))
          .hasMessageStartingWith("target: expected http://, https://, tcp:// or tls://");
    }
  }

  private String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static List<String> probe(String target, Integer... valid) {
    var recorder = new Recorder();
    new ProbeCollector(new ProbeConfig(target, null, List.of(valid), null)).collect(recorder);
    return recorder.samples;
  }
}
