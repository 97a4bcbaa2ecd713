package io.gnomon.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, token or key. It tells itself only to who asks for it by name; printed, logged or
/// shown on a page it is `<secret>`.
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "<secret>";
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
