package io.gnomon.web;

import io.gnomon.web.config.Address;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.BindException;
import java.util.function.Consumer;

/// The HTTP server on its one port.
final class WebServer implements AutoCloseable {
  private final Javalin javalin;
  private final Address address;

  WebServer(Address address, Consumer<RoutesConfig> routes) {
    this.address = address;
    this.javalin =
        Javalin.create(config -> {
          settings(config);
          routes.accept(config.routes);
        });
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
      javalin.start(address.host().isEmpty() ? "0.0.0.0" : address.host(), address.port());
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
