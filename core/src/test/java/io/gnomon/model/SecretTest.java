package io.gnomon.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void neverPrintsItself() {
    record Login(String user, Secret password) {}

    assertThat(new Login("ann", new Secret("hunter2")).toString())
        .isEqualTo("Login[user=ann, password=<secret>]");
  }

  @Test
  void equalsASecretOfTheSameText() {
    assertThat(new Secret("hunter2"))
        .isEqualTo(new Secret("hunter2"))
        .isNotEqualTo(new Secret("hunter3"));
  }
}
