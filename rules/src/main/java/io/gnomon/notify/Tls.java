package io.gnomon.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whom a channel trusts: the machine's authorities, those of a file, or, when told so in so many
/// words, anybody.
final class Tls {
  private static final TrustManager ANYBODY =
      new X509TrustManager() {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
          return new X509Certificate[0];
        }
      };

  private Tls() {}

  static SSLContext context(HttpConfig.TlsConfig config) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust(config), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read ca_file " + config.caFile(), e);
    }
  }

  private static TrustManager[] trust(HttpConfig.TlsConfig config)
      throws GeneralSecurityException, IOException {
    if (config.insecureSkipVerify()) {
      return new TrustManager[] {ANYBODY};
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(config.caFile() == null ? null : authorities(config.caFile()));
    return factory.getTrustManagers();
  }

  private static KeyStore authorities(Path file) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(file)) {
      int number = 0;
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca" + number++, each);
      }
    }
    return store;
  }
}
