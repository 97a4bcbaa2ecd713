package io.gnomon.collect.celery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Collector;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import io.gnomon.collect.redis.TestRedis;
import io.gnomon.collect.server.ServerUrl;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/// A real Celery worker, where Celery is installed.
class LiveCeleryTest {
  private static final String[] KINDS = {"succeeded", "failed", "retried", "rejected", "revoked"};

  private final SampleTable table = new SampleTable();

  @BeforeAll
  static void celeryIsHere() throws Exception {
    ToyWorker.expectInstalled();
  }

  private Map<String, Double> collect(Collector collector) throws Exception {
    collector.collect(table.begin());
    return table.row();
  }

  private double sum(String metric) {
    return table.row().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(metric + "{"))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private void awaitConnection(Collector collector) throws Exception {
    Programs.await(() -> collect(collector).get("celery_events_connected") == 1);
  }

  private void awaitWorker(Collector collector) throws Exception {
    Programs.await(() -> {
      collect(collector);
      return sum("celery_worker_up") == 1;
    });
  }

  @Test
  void everyCountAgreesWithWhatWasSentAndTheMissedAreCountedExactly() throws Exception {
    try (var redis = TestRedis.run();
        var client = redis.client();
        var collector = new CeleryCollectorType().create(CeleryConfig.of(redis.url() + "/0"))) {
      awaitConnection(collector);
      var ours = subscribers(client);
      assertThat(ours).hasSize(1);
      try (var _ = ToyWorker.start(redis.url() + "/0", "w1@test", Map.of())) {
        awaitWorker(collector);
        var workers = subscribers(client);
        workers.removeAll(ours);
        var expected =
            ToyWorker.load(
                redis.url() + "/0",
                "--add=20 --fail=4 --flaky-ok=2 --flaky-exhaust=1 --slow=2 --hardlimit=1 --reject=2 --die=1 --poison=5 --prio=10 --revoke=1 --expire=1"
                    .split(" "));
        var counts = Counts.expected(expected, KINDS);
        Programs.await(() -> Counts.of(collect(collector), KINDS).equals(counts));
        assertThat(table.row()).containsEntry("celery_queue_length{queue_name=\"dead\"}", 5.0);
        assertThat(sum("celery_events_missed_total")).isZero();

        cutWhileTasksRun(redis, client, workers);
        awaitConnection(collector);
        Programs.await(() -> {
          collect(collector);
          return sum("celery_events_missed_total") > 0
              && sum("celery_task_started_total") + sum("celery_events_missed_total")
                  == sum("celery_worker_processed_total");
        });
        assertThat(sum("celery_worker_processed_total")).isGreaterThanOrEqualTo(140);
      }
    }
  }

  /// Cuts our subscription, not those of the worker, again and again.
  private static void cutWhileTasksRun(TestRedis redis, Jedis client, Set<String> workers)
      throws Exception {
    var load = Thread.ofVirtual().start(() -> sendAdditions(redis));
    while (load.isAlive()) {
      subscribers(client).stream()
          .filter(id -> !workers.contains(id))
          .forEach(id -> client.sendCommand(Command.CLIENT, "KILL", "ID", id));
      Thread.sleep(150);
    }
  }

  private static void sendAdditions(TestRedis redis) {
    try {
      ToyWorker.load(
          redis.url() + "/0",
          "--add=100",
          "--fail=0",
          "--flaky-ok=0",
          "--flaky-exhaust=0",
          "--slow=0");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// The connections that are subscribed to a pattern.
  private static Set<String> subscribers(Jedis client) {
    return Arrays.stream(client.clientList().split("\n"))
        .filter(line -> line.contains(" psub=1 "))
        .map(line -> line.replaceAll("^id=(\\d+).*", "$1"))
        .collect(Collectors.toSet());
  }

  @Test
  void aWorkerWithoutEventsIsNamedAndCanBeToldToSendThem() throws Exception {
    try (var redis = TestRedis.run();
        var quiet = new CeleryCollectorType().create(CeleryConfig.of(redis.url()))) {
      awaitConnection(quiet);
      try (var _ = ToyWorker.start(redis.url() + "/0", "w1@test", Map.of("SEND_EVENTS", "0"))) {
        awaitWorker(quiet);
        ToyWorker.load(
            redis.url() + "/0",
            "--add=3",
            "--fail=0",
            "--flaky-ok=0",
            "--flaky-exhaust=0",
            "--slow=0");
        Programs.await(() -> !collect(quiet).isEmpty() && !quiet.warnings().isEmpty());
        assertThat(quiet.warnings()).singleElement().asString().contains("w1@test", "-E");

        var config =
            new CeleryConfig(
                ServerUrl.parse(redis.url()), null, null, null, null, null, true, null);
        try (var telling = new CeleryCollectorType().create(config)) {
          awaitConnection(telling);
          Programs.await(() -> {
            ToyWorker.load(
                redis.url() + "/0",
                "--add=1",
                "--fail=0",
                "--flaky-ok=0",
                "--flaky-exhaust=0",
                "--slow=0");
            collect(telling);
            return sum("celery_task_succeeded_total") > 0;
          });
        }
      }
    }
  }
}
