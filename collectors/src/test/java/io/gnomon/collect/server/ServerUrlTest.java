package io.gnomon.collect.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "redis://127.0.0.1:6379/0,            '', -, 127.0.0.1, 6379, /0",
        "redis://host,                        '', -, host, 1, ''",
        "redis://:secret@host/2,              '', secret, host, 1, /2",
        "rediss://me:p@ss:w@host:7/,          me, p@ss:w, host, 7, /",
        "amqp://me:a%2Fb%40c@host//,          me, a/b@c, host, 1, //",
        "postgresql://me@[::1]:5432/app,      me, -, ::1, 5432, /app",
        "unix:///run/redis.sock,              '', -, '', 1, /run/redis.sock",
        "redis://me:100%@host,                me, 100%, host, 1, ''",
        "redis://me:12/3#4@host:5/6,          me, 12/3#4, host, 5, /6",
        "jdbc:postgresql://me:/?@h/app,       me, /?, h, 1, /app",
        "redis://me:a+b@host,                 me, a+b, host, 1, ''",
      })
  void readsAddresses(
      String text, String user, String password, String host, int port, String path) {
    var url = ServerUrl.parse(text);
    assertThat(url.user()).isEqualTo(user);
    assertThat(url.password() == null ? null : url.password().reveal()).isEqualTo(password);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.port(1)).isEqualTo(port);
    assertThat(url.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host:6379", "redis:/x", "redis://me:sesame@ho st:x/", "://"})
  void refusesOthersWithoutRepeatingThem(String text) {
    assertThatThrownBy(() -> ServerUrl.parse(text))
        .hasMessageStartingWith("expected an address")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void neverPrintsThePassword() {
    var url = ServerUrl.parse("postgresql://me:sesame@db:5432/app?password=sesame");
    assertThat(url).hasToString("postgresql://me:<secret>@db:5432/app");
    assertThat(url.query()).isEqualTo("password=sesame");
  }

  @Test
  void isEqualWithTheSamePasswordOnly() {
    assertThat(ServerUrl.parse("redis://:a@h")).isEqualTo(ServerUrl.parse("redis://:a@h"));
    assertThat(ServerUrl.parse("redis://:a@h")).isNotEqualTo(ServerUrl.parse("redis://:b@h"));
  }
}
