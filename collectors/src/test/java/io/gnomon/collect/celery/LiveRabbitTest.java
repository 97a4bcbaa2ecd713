package io.gnomon.collect.celery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import io.gnomon.collect.Collector;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real RabbitMQ, that of the environment variable `GNOMON_TEST_AMQP`, as
/// `amqp://guest:guest@127.0.0.1:5672//`. It is no artifact that a build could bring along.
class LiveRabbitTest {
  private static final String URL = System.getenv().getOrDefault("GNOMON_TEST_AMQP", "");
  private static final Path RECORDED = Path.of("src/test/resources/celery/rabbitmq-celery52.jsonl");
  private static final String[] KINDS = {"succeeded", "failed", "retried", "rejected", "revoked"};

  private final SampleTable table = new SampleTable();

  @BeforeAll
  static void rabbitIsHere() {
    if (URL.isEmpty()) {
      System.err.println("SKIPPED: GNOMON_TEST_AMQP names no RabbitMQ, so none was asked");
    }
    assumeThat(URL).as("the environment variable GNOMON_TEST_AMQP").isNotEmpty();
  }

  private Map<String, Double> collect(Collector collector) throws Exception {
    collector.collect(table.begin());
    return table.row();
  }

  @Test
  void aSessionPublishedAgainGivesTheTrueCountsAndQueuesHaveLengths() throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(URL.replaceAll("//$", "/%2F"));
    try (var connection = factory.newConnection();
        var channel = connection.createChannel();
        var collector = new CeleryCollectorType().create(CeleryConfig.of(URL))) {
      Programs.await(() -> collect(collector).get("celery_events_connected") == 1);
      channel.queueDeclare("dead", false, false, true, null);
      channel.basicPublish("", "dead", null, new byte[0]);
      var json = new ObjectMapper();
      for (var line : Files.readAllLines(RECORDED)) {
        var message = json.readTree(line);
        publish(channel, message.get("channel").asText(), message.get("message").asText());
      }
      var expected =
          Counts.expected(
              Files.readString(
                  Path.of("src/test/resources/celery/rabbitmq-celery52.expected.json")),
              KINDS);
      Programs.await(() -> Counts.of(collect(collector), KINDS).equals(expected));
      assertThat(table.row())
          .containsEntry("celery_queue_length{queue_name=\"dead\"}", 1.0)
          .containsEntry("celery_active_consumer_count{queue_name=\"dead\"}", 0.0);
      channel.queueDelete("dead");
    }
  }

  private static void publish(Channel channel, String key, String body) throws Exception {
    var properties = new BasicProperties.Builder().contentType("application/json").build();
    channel.basicPublish("celeryev", key, properties, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRealWorkersTasksAreCounted() throws Exception {
    ToyWorker.expectInstalled();
    try (var collector = new CeleryCollectorType().create(CeleryConfig.of(URL));
        var _ = ToyWorker.start(URL, "w1@test", Map.of())) {
      Programs.await(() ->
          collect(collector).keySet().stream().anyMatch(s -> s.startsWith("celery_worker_up")));
      var expected =
          Counts.expected(
              ToyWorker.load(URL, "--add=20 --fail=4 --flaky-ok=2 --reject=2 --die=1".split(" ")),
              KINDS);
      Programs.await(() -> Counts.of(collect(collector), KINDS).equals(expected));
      assertThat(table.row()).containsKey("celery_queue_length{queue_name=\"celery\"}");
    }
  }
}
