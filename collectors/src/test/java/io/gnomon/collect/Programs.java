package io.gnomon.collect;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Programs of the machine that tests compare with or use, when they are installed.
public final class Programs {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private Programs() {}

  /// A running program that ends with the test.
  public record Running(Process process) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      process
          .onExit()
          .orTimeout(5, TimeUnit.SECONDS)
          .exceptionally(_ -> process.destroyForcibly())
          .join();
    }
  }

  /// Starts a program, or skips the test with a word on standard error when it is not installed.
  public static Running start(String... command) throws IOException {
    Live.program(command[0]);
    return new Running(builder(command).start());
  }

  /// An exporter that answers on a port of its own.
  public record Exporter(Running program, URI page, HttpClient http) implements AutoCloseable {
    /// Its samples now; none while it does not answer yet.
    public Map<String, Double> scrape() throws InterruptedException {
      try {
        var request = HttpRequest.newBuilder(page).build();
        return SampleTable.page(http.send(request, BodyHandlers.ofLines()).body());
      } catch (IOException _) {
        return Map.of();
      }
    }

    @Override
    public void close() {
      http.close();
      program.close();
    }
  }

  /// Starts an exporter and waits until it answers.
  public static Exporter exporter(String program, IntFunction<String[]> arguments)
      throws Exception {
    return exporter(program, Map.of(), arguments);
  }

  public static Exporter exporter(
      String program, Map<String, String> environment, IntFunction<String[]> arguments)
      throws Exception {
    Live.program(program);
    int port = freePort();
    var command = Stream.concat(Stream.of(program), Arrays.stream(arguments.apply(port)));
    var builder = builder(command.toArray(String[]::new));
    builder.environment().putAll(environment);
    var page = URI.create("http://127.0.0.1:" + port + "/metrics");
    var exporter = new Exporter(new Running(builder.start()), page, HttpClient.newHttpClient());
    await(() -> !exporter.scrape().isEmpty());
    return exporter;
  }

  public static ProcessBuilder builder(String... command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Waits until something is so, and fails when it does not become so.
  public static void await(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited 20 s in vain");
      }
      Thread.sleep(20);
    }
  }
}
