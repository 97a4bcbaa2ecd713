package io.gnomon.collect.celery;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.gnomon.collect.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The toy application of the test resources, run by the Celery that is installed here.
record ToyWorker(Programs.Running program) implements AutoCloseable {
  private static final Path TOY = Path.of("src/test/resources/celery/toy");
  private static final String PYTHON = "/usr/bin/python3";

  /// Skips the test, with a word on standard error, where there is no Celery.
  static void expectInstalled() throws Exception {
    boolean there = run(Map.of(), "-c", "import celery, redis").exitCode == 0;
    if (!there) {
      System.err.println("SKIPPED: no Celery for " + PYTHON + ", so no real worker was watched");
    }
    assumeThat(there).as("Celery and redis for " + PYTHON).isTrue();
  }

  static ToyWorker start(String broker, String node, Map<String, String> settings)
      throws IOException {
    var command =
        List.of(
            PYTHON,
            "-m",
            "celery",
            "-A",
            "tasks",
            "worker",
            "-n",
            node,
            "-c",
            "2",
            "-Q",
            "celery,slow",
            "-l",
            "ERROR");
    var builder = Programs.builder(command.toArray(String[]::new)).directory(TOY.toFile());
    builder.environment().putAll(environment(broker, settings));
    return new ToyWorker(new Programs.Running(builder.start()));
  }

  /// Sends a load; gives the counts it must lead to, as JSON.
  static String load(String broker, String... amounts) throws Exception {
    var arguments = new ArrayList<>(List.of("load.py"));
    arguments.addAll(List.of(amounts));
    return run(environment(broker, Map.of()), arguments.toArray(String[]::new)).output;
  }

  private static Map<String, String> environment(String broker, Map<String, String> settings) {
    var all = new java.util.HashMap<>(settings);
    all.put("BROKER", broker);
    all.put("PYTHONDONTWRITEBYTECODE", "1");
    return all;
  }

  private record Result(int exitCode, String output) {}

  private static Result run(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(TOY.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD).environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(30, TimeUnit.SECONDS);
    return new Result(process.exitValue(), output);
  }

  @Override
  public void close() {
    program.close();
  }
}
