package io.gnomon.collect.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/// The certificates of a PEM file in the form Java's TLS trusts.
public final class TrustedCertificates {
  /// A store must have one; there is nothing in it to hide.
  public static final char[] STORE_PASSWORD = "public".toCharArray();

  private TrustedCertificates() {}

  public static KeyStore read(Path caFile) throws IOException {
    try (var pem = Files.newInputStream(caFile)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("ca" + number++, certificate);
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw refused(caFile, e);
    }
  }

  public static byte[] pkcs12(Path caFile) throws IOException {
    try {
      var bytes = new ByteArrayOutputStream();
      read(caFile).store(bytes, STORE_PASSWORD);
      return bytes.toByteArray();
    } catch (GeneralSecurityException e) {
      throw refused(caFile, e);
    }
  }

  private static IOException refused(Path caFile, GeneralSecurityException cause) {
    return new IOException(
        "expected PEM certificates in " + caFile + ": " + cause.getMessage(), cause);
  }
}
