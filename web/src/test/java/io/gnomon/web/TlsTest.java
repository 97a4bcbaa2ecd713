package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.web.config.Config;
import io.gnomon.web.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void servesHttpsFromPemFiles(String algorithm) throws Exception {
    var keys = keys(algorithm);
    writePem("cert.pem", "CERTIFICATE", keys.getCertificate("a").getEncoded());
    writePem("key.pem", "PRIVATE KEY", keys.getKey("a", PASSWORD).getEncoded());
    try (var gnomon = Gnomon.start(config());
        var client = HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
      var uri = URI.create("https://localhost:" + gnomon.port() + "/-/healthy");
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysWhatIsNoKey() throws Exception {
    writePem("cert.pem", "CERTIFICATE", keys("EC").getCertificate("a").getEncoded());
    Files.writeString(folder.resolve("key.pem"), "nothing");
    assertThatThrownBy(() -> Gnomon.start(config()))
        .hasMessage(
            folder.resolve("key.pem") + ": expected a PKCS#8 key, -----BEGIN PRIVATE KEY-----");
  }

  private Config config() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("gnomon.yml"),
            """
            storage: { path: data }
            web: { listen: '127.0.0.1:0', tls: { cert_file: cert.pem, key_file: key.pem } }
            """);
    return new ConfigReader(List.of(), Map.of()).read(file);
  }

  private KeyStore keys(String algorithm) throws Exception {
    var file = folder.resolve(algorithm + ".p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private void writePem(String name, String what, byte[] bytes) throws Exception {
    var body = Base64.getMimeEncoder().encodeToString(bytes);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }

  private static SSLContext trusting(KeyStore keys) throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
