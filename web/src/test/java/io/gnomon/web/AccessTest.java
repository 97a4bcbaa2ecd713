package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private House house;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    house =
        new House(
            folder,
            """
            web:
              basic_auth_users: { ada: '%s', bob: '%s' }
              roles: { bob: viewer }
            """
                .formatted(hash("right"), hash("right")));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String hash(String password) {
    return BCrypt.withDefaults().hashToString(4, password.toCharArray());
  }

  private static String basic(String name, String password) {
    var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @ParameterizedTest
  @CsvSource({
    "ada, right, 200",
    "bob, right, 200",
    "ada, wrong, 401",
    "ada, '', 401",
    "eve, right, 401",
  })
  void asksForAPassword(String name, String password, int status) throws Exception {
    var answer = house.get("/api/v1/query?query=1", "Authorization", basic(name, password));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/targets",
        "/metrics",
        "/api/v1/query?query=1",
        "//api/v1/query?query=1",
        "/api//v1/query?query=1",
        "/API/v1/query?query=1",
        "/api/v1/query/?query=1",
        "/api/v1/query;a=b?query=1",
        "/api/v1%2fquery?query=1",
        "/static/..;/api/v1/query?query=1",
        "/static/../api/v1/query?query=1",
      })
  void letsNobodyInWithoutOneHoweverTheAddressIsSpelt(String path) throws Exception {
    assertThat(house.get(path).statusCode()).isIn(400, 401, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/-/healthy", "/-/ready", "/login", "/static/gnomon.css"})
  void isOpenWhereItMustBe(String path) throws Exception {
    assertThat(house.get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/-/reload, bob, 403",
    "/-/reload, ada, 200",
    "/alerts/silence, bob, 403",
    "/alerts/silence, ada, 400",
    "/api/v2/silences, bob, 403",
  })
  void keepsToRoles(String path, String name, int status) throws Exception {
    var answer = house.post(path, "", "Authorization", basic(name, "right"));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void logsInAndOut() throws Exception {
    var sent = house.get("/alerts", "Accept", "text/html");
    assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/login?next=%2Falerts");

    var in = house.post("/login", "name=bob&password=right&next=/alerts");
    assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/alerts");
    var cookie = in.headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");

    var session = cookie.substring(0, cookie.indexOf(';'));
    assertThat(house.get("/alerts", "Cookie", session).body()).contains("bob");
    house.post("/logout", "", "Cookie", session);
    assertThat(house.get("/alerts", "Cookie", session).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/alerts, /alerts",
    "//evil.example.com, /",
    "/\\evil.example.com, /",
    "https://evil.example.com, /",
  })
  void goesOnToItsOwnPagesOnly(String next, String location) throws Exception {
    var in = house.post("/login", "name=bob&password=right&next=" + next);
    assertThat(in.headers().firstValue("Location").orElse("")).isEqualTo(location);
  }

  @Test
  void givesUpOnWhoGuesses() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(house.post("/login", "name=ada&password=guess" + i).statusCode()).isEqualTo(401);
    }
    assertThat(house.post("/login", "name=ada&password=right").statusCode()).isEqualTo(401);
  }

  @Test
  void showsNoHash() throws Exception {
    var config = house.get("/api/v1/status/config", "Authorization", basic("ada", "right"));
    assertThat(config.body()).contains("ada: <secret>").doesNotContain("$2");
  }
}
