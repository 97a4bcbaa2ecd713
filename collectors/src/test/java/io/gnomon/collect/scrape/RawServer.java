package io.gnomon.collect.scrape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that answers each request with the very bytes a test gives it, be they HTTP or not.
final class RawServer implements AutoCloseable {
  /// Answers one request; the connection stays open for another until it throws or closes it.
  @FunctionalInterface
  interface Answer {
    void to(String request, Socket socket) throws Exception;
  }

  private final ServerSocket server;
  private final Answer answer;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  RawServer(Answer answer) throws IOException {
    this.answer = answer;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static RawServer text(String... lines) throws IOException {
    var bytes = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    return new RawServer((_, socket) -> socket.getOutputStream().write(bytes));
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.size();
  }

  List<String> requests() {
    return requests;
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        connections.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (var request = request(in); !request.isEmpty(); request = request(in)) {
        requests.add(request);
        answer.to(request, socket);
      }
    } catch (Exception e) {
      // The other side has gone, or the test closes the server.
    }
  }

  private static String request(BufferedReader in) throws IOException {
    var request = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      request.append(line).append('\n');
    }
    return request.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var connection : connections) {
      connection.close();
    }
  }
}
