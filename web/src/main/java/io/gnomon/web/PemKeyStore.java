package io.gnomon.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// A certificate and its key from PEM files, as the JDK wants them.
final class PemKeyStore {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private PemKeyStore() {}

  /// Throws an `IOException` of one clear line when the files are not what they should be.
  static KeyStore read(Path certificates, Path key) throws IOException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("gnomon", key(key), new char[0], certificates(certificates));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          certificates + ", " + key + ": no certificate and key: " + e.getMessage(), e);
    }
  }

  private static Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    var bytes = new ByteArrayInputStream(Files.readAllBytes(file));
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(bytes)
        .toArray(Certificate[]::new);
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    var text = Files.readString(file, StandardCharsets.US_ASCII);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + ": expected a PKCS#8 key, " + BEGIN);
    }
    var body = text.substring(begin + BEGIN.length(), end);
    var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (InvalidKeySpecException e) {
      return KeyFactory.getInstance("EC").generatePrivate(spec);
    }
  }
}
