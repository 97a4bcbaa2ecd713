package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
  private static House house;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    house = new House(folder);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:9090, 200",
    "127.0.0.1, 200",
    "127.9.9.9:80, 200",
    "[::1]:9090, 200",
    "evil.example.com, 403",
    "localhost.evil.example.com, 403",
    "127.0.0.1.evil.example.com, 403",
    "10.0.0.1, 403",
    "'', 400",
  })
  void answersOnlyToALoopbackName(String host, int status) throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example.com, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 302",
    "X-Nothing, there, 302",
  })
  void changesNothingForAnotherSite(String header, String value, int status) throws Exception {
    var form = "matchers=a%3Db&duration=1h&by=me&comment=x";
    assertThat(house.post("/alerts/silence", form, header, value).statusCode()).isEqualTo(status);
  }

  @Test
  void sendsTheHeadersThatKeepABrowserSafe() throws Exception {
    var headers = house.get("/").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", house.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
