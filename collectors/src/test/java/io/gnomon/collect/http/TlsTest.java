package io.gnomon.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.gnomon.collect.exposition.Bytes;
import io.gnomon.model.ByteSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that asks for a client's certificate, one that the JDK's keytool makes.
class TlsTest {
  @TempDir static Path directory;
  private static HttpsServer server;

  @BeforeAll
  static void start() throws Exception {
    makeCertificate("server", "dns:localhost");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var context =
        Tls.context(
            new TlsConfig(pem("server.crt"), pem("server.crt"), pem("server.key"), null, false));
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write("a 1\n".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void trustsTheGivenAuthorityAndShowsItsOwnCertificate() throws Exception {
    assertThat(scrape("localhost", tls("server.crt", null, false))).isEqualTo("a 1\n");
  }

  @Test
  void trustsAnybodyWhenToldTo() throws Exception {
    assertThat(scrape("127.0.0.1", tls(null, null, true))).isEqualTo("a 1\n");
  }

  @Test
  void trustsNoStranger() {
    assertThatThrownBy(() -> scrape("localhost", tls(null, null, false)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void looksAtTheServersName() throws Exception {
    assertThatThrownBy(() -> scrape("127.0.0.1", tls("server.crt", null, false)))
        .isInstanceOf(IOException.class);
    assertThat(scrape("127.0.0.1", tls("server.crt", "localhost", false))).isEqualTo("a 1\n");
  }

  @Test
  void tellsWhenTheFirstCertificateRunsOut() throws Exception {
    var address = Address.parse("https://localhost:" + server.getAddress().getPort() + "/");
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    try (var connection = Connection.open(address, tls("server.crt", null, false), deadline)) {
      assertThat(connection.earliestExpiry())
          .isBetween(
              Instant.now().plus(Duration.ofDays(80)), Instant.now().plus(Duration.ofDays(100)));
    }
  }

  private static TlsConfig tls(String ca, String name, boolean skip) {
    return new TlsConfig(
        ca == null ? null : pem(ca), pem("server.crt"), pem("server.key"), name, skip);
  }

  private static String scrape(String host, TlsConfig tls) throws Exception {
    var settings =
        new HttpSettings(
            Duration.ofSeconds(5), new ByteSize(1000), true, true, tls, null, null, null, null);
    var address =
        Address.parse("https://" + host + ":" + server.getAddress().getPort() + "/metrics");
    var page = new Bytes();
    try (var client = new HttpClient(address, settings)) {
      client.get(page);
    }
    return new String(page.array(), 0, page.length(), StandardCharsets.UTF_8);
  }

  private static Path pem(String name) {
    return directory.resolve(name);
  }

  private static void makeCertificate(String name, String subject) throws Exception {
    var file = pem(name + ".p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + subject,
                "-keystore",
                file.toString(),
                "-storepass",
                "secret")
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    var store = KeyStore.getInstance(file.toFile(), "secret".toCharArray());
    writePem(name + ".crt", "CERTIFICATE", store.getCertificate(name).getEncoded());
    writePem(name + ".key", "PRIVATE KEY", store.getKey(name, "secret".toCharArray()).getEncoded());
  }

  private static void writePem(String file, String kind, byte[] bytes) throws IOException {
    var text = Base64.getMimeEncoder().encodeToString(bytes);
    Files.writeString(
        pem(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
