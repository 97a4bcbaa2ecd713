package io.gnomon.collect;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

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
    expectInstalled(command[0]);
    return new Running(builder(command).start());
  }

  public static ProcessBuilder builder(String... command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  public static void expectInstalled(String program) {
    if (!isInstalled(program)) {
      System.err.println("SKIPPED: " + program + " is not installed, so nothing was compared");
    }
    assumeThat(isInstalled(program)).as(program + " on the PATH").isTrue();
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
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
