package io.gnomon.collect.celery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one message of a recorded session costs, from the broker's bytes to the counts.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class CeleryBenchmark {
  private final List<byte[]> messages = new ArrayList<>();
  private final KombuEnvelope envelope = new KombuEnvelope(new JsonFactory());
  private final EventBook book = new EventBook(Duration.ofMinutes(1), System::nanoTime);
  private int next;

  @Setup
  public void read() throws Exception {
    var session = Path.of("src/test/resources/celery/redis-celery52.jsonl");
    for (var line : Files.readAllLines(session)) {
      var message = new ObjectMapper().readTree(line).get("message").asText();
      messages.add(message.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Benchmark
  public void message() {
    next = (next + 1) % messages.size();
    byte[] message = messages.get(next);
    book.take(() -> envelope.open(message));
  }
}
