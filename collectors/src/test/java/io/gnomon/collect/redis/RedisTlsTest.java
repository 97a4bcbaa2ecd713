package io.gnomon.collect.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.Collector;
import io.gnomon.collect.Live;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS, with a redis-server and an openssl of the system: the embedded one is built without.
class RedisTlsTest {
  @TempDir Path folder;

  @Test
  void trustsTheCertificatesItIsGivenAndNoOthers() throws Exception {
    Live.program("openssl");
    certificate();
    int port = Programs.freePort();
    try (var _ =
        Programs.start(
            "redis-server",
            "--port",
            "0",
            "--tls-port",
            "" + port,
            "--tls-cert-file",
            folder.resolve("cert.pem").toString(),
            "--tls-key-file",
            folder.resolve("key.pem").toString(),
            "--tls-ca-cert-file",
            folder.resolve("cert.pem").toString(),
            "--tls-auth-clients",
            "no",
            "--save",
            "")) {
      var url = "rediss://localhost:" + port;
      var trusting =
          new RedisConfig(RedisConfig.of(url).url(), null, null, folder.resolve("cert.pem"));
      try (var collector = new RedisCollectorType().create(trusting)) {
        var table = new SampleTable();
        Programs.await(() -> answers(collector, table));
        assertThat(table.row()).containsEntry("redis_up", 1.0);
      }
      try (var collector = new RedisCollectorType().create(RedisConfig.of(url))) {
        assertThatThrownBy(() -> collector.collect(new SampleTable().begin()))
            .hasMessageContaining("TLS failed");
      }
    }
  }

  private static boolean answers(Collector collector, SampleTable table) {
    try {
      collector.collect(table.begin());
      return true;
    } catch (Exception _) {
      return false;
    }
  }

  private void certificate() throws Exception {
    Programs.builder(
            ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
                    + " -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem")
                .split(" "))
        .directory(folder.toFile())
        .start()
        .waitFor();
  }
}
