package io.gnomon.collect.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Puts TLS on a connection. Files are read at every new connection, so renewed certificates count.
final class Tls {
  private static final char[] NO_PASSWORD = new char[0];

  private Tls() {}

  static SSLSocket secure(Socket socket, Address address, @Nullable TlsConfig config)
      throws IOException, GeneralSecurityException {
    var name = config == null || config.serverName() == null ? address.host() : config.serverName();
    var factory = context(config).getSocketFactory();
    var secured = (SSLSocket) factory.createSocket(socket, name, address.port(), true);
    if (config == null || !config.insecureSkipVerify()) {
      var parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
    }
    secured.startHandshake();
    return secured;
  }

  static SSLContext context(@Nullable TlsConfig config)
      throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(keys(config), trust(config), null);
    return context;
  }

  /// Null stands for the JDK's own choice.
  private static TrustManager @Nullable [] trust(@Nullable TlsConfig config)
      throws IOException, GeneralSecurityException {
    if (config != null && config.insecureSkipVerify()) {
      return new TrustManager[] {new TrustAll()};
    }
    if (config == null || config.caFile() == null) {
      return null;
    }
    var store = emptyStore();
    for (var certificate : certificates(config.caFile())) {
      store.setCertificateEntry("ca" + store.size(), certificate);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager @Nullable [] keys(@Nullable TlsConfig config)
      throws IOException, GeneralSecurityException {
    if (config == null || config.certFile() == null || config.keyFile() == null) {
      return null;
    }
    var store = emptyStore();
    var chain = certificates(config.certFile());
    var key = key(config.keyFile(), chain[0].getPublicKey().getAlgorithm());
    store.setKeyEntry("client", key, NO_PASSWORD, chain);
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(file)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IllegalArgumentException("expected PEM certificates in " + file);
      }
      return found.toArray(Certificate[]::new);
    }
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    var pem = Files.readString(file);
    int from = pem.indexOf("-----BEGIN PRIVATE KEY-----");
    int to = pem.indexOf("-----END PRIVATE KEY-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "expected a key that begins with BEGIN PRIVATE KEY (openssl pkcs8 -topk8 -nocrypt makes"
              + " one) in "
              + file);
    }
    var text = pem.substring(pem.indexOf('\n', from), to);
    var bytes = Base64.getMimeDecoder().decode(text);
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /// For `insecure_skip_verify`. The extended kind, so that the host's name is not looked at
  /// either.
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
