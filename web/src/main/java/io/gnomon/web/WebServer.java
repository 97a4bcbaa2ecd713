package io.gnomon.web;

import io.gnomon.web.config.Address;
import io.gnomon.web.config.Web;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.BindException;
import java.security.KeyStore;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// The HTTP server on its one port.
final class WebServer implements AutoCloseable {
  private final Javalin javalin;
  private final Address address;

  WebServer(Web web, Consumer<RoutesConfig> routes) throws IOException {
    var tls = web.tls();
    var keys = tls == null ? null : PemKeyStore.read(tls.certFile(), tls.keyFile());
    this.address = web.listen();
    this.javalin =
        Javalin.create(config -> {
          settings(config);
          if (keys != null) {
            secure(config, keys);
          }
          routes.accept(config.routes);
        });
  }

  /// HTTPS instead of HTTP; TLS 1.2 and newer, as Jetty and the JDK have it.
  private void secure(JavalinConfig config, KeyStore keys) {
    var context = new SslContextFactory.Server();
    context.setKeyStore(keys);
    context.setKeyStorePassword("");
    config.jetty.addConnector((server, http) -> {
      var https = new HttpConfiguration(http);
      https.addCustomizer(new SecureRequestCustomizer(false));
      var connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(context, "http/1.1"),
              new HttpConnectionFactory(https));
      connector.setHost(host());
      connector.setPort(address.port());
      return connector;
    });
  }

  private String host() {
    return address.host().isEmpty() ? "0.0.0.0" : address.host();
  }

  private static void settings(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = 10_000_000;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  /// Throws an `IOException` of one clear line when the address cannot be had.
  void start() throws IOException {
    try {
      javalin.start(host(), address.port());
    } catch (RuntimeException e) {
      throw new IOException(address + ": " + reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "cannot listen: " + cause.getMessage();
      }
    }
    return "cannot listen: " + e.getMessage();
  }

  int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
