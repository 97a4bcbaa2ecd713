package io.gnomon.collect.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Await;
import io.gnomon.collect.RunningStore;
import io.gnomon.collect.StoredSeries;
import io.gnomon.collect.TargetState.Health;
import io.gnomon.collect.Timing;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each beside a target that behaves, which must not notice.
class HostileTargetsTest {
  private static final Timing FAST = new Timing(Duration.ofMillis(300), Duration.ofMillis(250));

  @TempDir Path directory;
  private RunningStore running;
  private RawServer good;

  @BeforeEach
  void open() throws IOException {
    running = RunningStore.open(directory);
    good = server(() -> "fine 1\n");
  }

  @AfterEach
  void close() throws IOException {
    running.close();
    good.close();
  }

  @Test
  void refusesAHundredThousandLines() throws Exception {
    var page =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "a{i=\"" + i + "\"} 1\n")
            .collect(Collectors.joining());

    assertThat(error(server(() -> page), FAST.interval().multipliedBy(10)))
        .isEqualTo("line 50001: expected no more than sample_limit 50000 samples");
    assertThat(StoredSeries.newest(running.store(), Matcher.equal("__name__", "a"))).isEmpty();
  }

  @Test
  void refusesALabelOfAMegabyte() throws Exception {
    var page = "fine 1\na{b=\"" + "x".repeat(1 << 20) + "\"} 1\n";

    assertThat(error(server(() -> page), FAST.interval()))
        .startsWith(
            "line 2: expected no more than label_value_length_limit 4096 characters in b, got a{b=\"xxx")
        .hasSizeLessThan(300);
  }

  @Test
  void givesUpOnATargetThatHangsAfterItAccepts() throws Exception {
    assertThat(error(new RawServer((_, _) -> Thread.sleep(60_000)), FAST.interval()))
        .containsAnyOf("timed out", "no answer");
  }

  @Test
  void takesATargetThatChangesAllItsLabelsEveryTime() throws Exception {
    var round = new AtomicInteger();
    try (var churning = server(() -> "a{round=\"" + round.incrementAndGet() + "\"} 1\n")) {
      scrape(churning, FAST.interval());

      Await.until("ten rounds are stored", () -> stored("a").size() >= 10);

      assertThat(stored("a").values().stream().filter("stale"::equals)).hasSizeGreaterThan(7);
      assertThat(running.state(instance(churning)).health()).isEqualTo(Health.UP);
    }
  }

  /// What is said of a target that fails, once the good one has been read after it.
  private String error(RawServer hostile, Duration interval) throws Exception {
    try (hostile) {
      scrape(hostile, interval);
      Await.until("it fails", () -> running.state(instance(hostile)).health() == Health.DOWN);
      int seen = good.requests().size();
      Await.until("the good one goes on", () -> good.requests().size() > seen + 1);
      assertThat(running.state(instance(good)).health()).isEqualTo(Health.UP);
      assertThat(stored("up")).containsValues("0.0", "1.0");
      return running.state(instance(hostile)).error();
    }
  }

  private void scrape(RawServer hostile, Duration interval) throws Exception {
    var config =
        Yaml.scrapeConfigs(
            """
            scrape_configs:
              - {job_name: j, static_configs: [{targets: ['%s', '%s']}]}
            """
                .formatted(instance(hostile), instance(good)));
    var timing = new Timing(interval, interval);
    running
        .runner()
        .replace(
            new TargetFinder(config.getFirst(), timing).targets(config.getFirst().staticConfigs()));
  }

  private java.util.Map<String, String> stored(String metric) {
    return StoredSeries.newest(running.store(), Matcher.equal("__name__", metric));
  }

  private static String instance(RawServer server) {
    return "127.0.0.1:" + server.port();
  }

  private static RawServer server(Supplier<String> page) throws IOException {
    return new RawServer((_, socket) -> write(socket, page.get()));
  }

  private static void write(Socket socket, String page) throws IOException {
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    var head = "HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(bytes);
  }
}
