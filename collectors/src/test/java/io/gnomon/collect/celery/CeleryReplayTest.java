package io.gnomon.collect.celery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import io.gnomon.collect.redis.TestRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sessions of real workers, recorded on the wire, with the counts that are true of them.
class CeleryReplayTest {
  private static final Path RECORDED = Path.of("src/test/resources/celery");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] KINDS = {"succeeded", "failed", "retried", "rejected", "revoked"};

  /// Comes last, so that all before it has been counted when it is seen.
  private static final String LAST =
      "{\"type\":\"worker-heartbeat\",\"hostname\":\"last@end\",\"pid\":1,\"processed\":0}";

  private static final String LAST_UP = "celery_worker_up{hostname=\"end\", worker=\"last@end\"}";

  @ParameterizedTest
  @CsvSource({"redis-celery52, 0", "redis-celery56, 2"})
  void aSessionPublishedAgainThroughRedisGivesTheTrueCounts(String session, int database)
      throws Exception {
    var table = new SampleTable();
    try (var redis = TestRedis.run();
        var client = redis.client();
        var collector =
            new CeleryCollectorType().create(CeleryConfig.of(redis.url() + "/" + database))) {
      Programs.await(() -> {
        collector.collect(table.begin());
        return table.row().get("celery_events_connected") == 1;
      });
      client.select(database);
      for (int i = 0; i < 7; i++) {
        client.lpush("dead", "message");
      }
      client.sadd("_kombu.binding.dead", "dead\u0006\u0016\u0006\u0016dead");
      for (var line : Files.readAllLines(RECORDED.resolve(session + ".jsonl"))) {
        JsonNode message = JSON.readTree(line);
        client.publish(message.get("channel").asText(), message.get("message").asText());
      }
      client.publish(
          "/" + database + ".celeryev/worker.heartbeat", KombuEnvelope.seal("celeryev", LAST));
      Programs.await(() -> {
        collector.collect(table.begin());
        return table.row().containsKey(LAST_UP);
      });
      assertCounts(session, table.row());
      assertThat(table.row()).containsEntry("celery_queue_length{queue_name=\"dead\"}", 7.0);
      assertThat(collector.warnings()).isEmpty();
    }
  }

  /// RabbitMQ carries the bodies bare.
  @Test
  void theBodiesOfASessionOverRabbitGiveTheTrueCounts() throws Exception {
    var session = "rabbitmq-celery52";
    var book = new EventBook(Duration.ofMinutes(1), System::nanoTime);
    for (var line : Files.readAllLines(RECORDED.resolve(session + ".jsonl"))) {
      byte[] body = JSON.readTree(line).get("message").asText().getBytes("UTF-8");
      book.take(() -> body);
    }
    var table = new SampleTable().begin();
    book.put(table, 0);
    assertCounts(session, table.row());
  }

  private static void assertCounts(String session, Map<String, Double> row) throws Exception {
    var expected = Files.readString(RECORDED.resolve(session + ".expected.json"));
    assertThat(Counts.of(row, KINDS)).isEqualTo(Counts.expected(expected, KINDS));
    assertThat(row.get("celery_event_duplicates_total"))
        .isEqualTo(JSON.readTree(expected).path("_duplicates_dropped").asDouble());
    assertThat(row).containsEntry("celery_events_refused_total", 0.0);
  }
}
