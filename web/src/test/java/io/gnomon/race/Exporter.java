package io.gnomon.race;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/// Serves the pages of a recording one after the other, again and again, and counts their samples.
final class Exporter implements AutoCloseable {
  private final HttpServer server;
  private final AtomicLong page = new AtomicLong();
  private final AtomicLong samples = new AtomicLong();

  Exporter(Recording recording) throws IOException {
    var counts = recording.pages().stream().mapToLong(Recording::samples).toArray();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          int i = (int) (page.getAndIncrement() % counts.length);
          byte[] body = recording.pages().get(i);
          samples.addAndGet(counts[i]);
          exchange
              .getResponseHeaders()
              .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  long samples() {
    return samples.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
