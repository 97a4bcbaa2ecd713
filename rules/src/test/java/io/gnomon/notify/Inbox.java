package io.gnomon.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A webhook receiver: keeps what is posted and answers as it is told.
public final class Inbox implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final List<Integer> answers = new CopyOnWriteArrayList<>();

  public Inbox() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          int answer = answers.isEmpty() ? 200 : answers.removeFirst();
          if (answer == 200) {
            bodies.add(body);
          }
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /// The next requests get these statuses, later ones 200.
  public void answer(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  public String next() throws InterruptedException {
    var body = bodies.poll(20, TimeUnit.SECONDS);
    if (body == null) {
      throw new AssertionError("nothing was posted");
    }
    return body;
  }

  public int size() {
    return bodies.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
