package io.gnomon.collect.celery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.Collector;
import io.gnomon.collect.DownException;
import io.gnomon.collect.HangingServer;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import io.gnomon.collect.redis.TestRedis;
import io.gnomon.collect.server.ServerUrl;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol.Command;

class CeleryBrokerTest {
  private static final String SEPARATOR = RedisBroker.SEPARATOR;

  private final SampleTable table = new SampleTable();

  private static Collector collector(String url) {
    return new CeleryCollectorType().create(CeleryConfig.of(url));
  }

  private Map<String, Double> collect(Collector collector) throws Exception {
    collector.collect(table.begin());
    return table.row();
  }

  @Test
  void aQueueIsAsLongAsAllItsPrioritiesAndNobodyNeedConsumeIt() throws Exception {
    try (var redis = TestRedis.run();
        var client = redis.client();
        var collector = collector(redis.url())) {
      client.lpush("dead", "a", "b", "c");
      client.lpush("dead" + SEPARATOR + "3", "d");
      client.lpush("dead" + SEPARATOR + "9", "e");
      client.sadd("_kombu.binding.dead", "dead" + SEPARATOR + SEPARATOR + "dead");
      client.sadd("_kombu.binding.celeryev", "worker.#" + SEPARATOR + SEPARATOR + "celeryev.1");
      client.sadd("_kombu.binding.celery.pidbox", SEPARATOR + SEPARATOR + "w1.celery.pidbox");
      client.hset("unacked", "tag", "message");
      assertThat(collect(collector))
          .containsEntry("celery_queue_length{queue_name=\"dead\"}", 5.0)
          .containsEntry("celery_queue_length{queue_name=\"celery\"}", 0.0)
          .containsEntry("celery_unacked_messages", 1.0);
      assertThat(table.row().keySet().stream().filter(s -> s.startsWith("celery_queue")))
          .hasSize(2);
    }
  }

  @Test
  void amongManyKeysItDoesNotLookForQueuesAndSaysSo() throws Exception {
    try (var redis = TestRedis.run("enable-debug-command yes");
        var client = redis.client();
        var collector = collector(redis.url())) {
      client.sendCommand(() -> "DEBUG".getBytes(StandardCharsets.UTF_8), "POPULATE", "1000000");
      collect(collector);
      assertThat(collector.warnings()).singleElement().asString().contains("1000000 keys");
      assertThat(client.info("commandstats"))
          .doesNotContain("cmdstat_scan", "cmdstat_keys")
          .contains("cmdstat_llen");
    }
  }

  @Test
  void theUserOfTheManualsAclSuffices() throws Exception {
    try (var redis = TestRedis.run();
        var client = redis.client();
        var collector = collector("redis://watcher:sesame@127.0.0.1:" + redis.port() + "/0")) {
      client.sendCommand(
          Command.ACL,
          ("SETUSER watcher reset on >sesame resetkeys resetchannels -@all +ping +auth +hello"
                  + " +client|setname +client|id +select +info +dbsize +slowlog|len +latency|latest"
                  + " +psubscribe +punsubscribe &/0.celeryev/* +llen +hlen +zcard +smembers +type"
                  + " +scan %R~*")
              .split(" "));
      Programs.await(() -> collect(collector).get("celery_events_connected") == 1);
      assertThat(collector.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "myapp:"})
  void aPrefixStandsBeforeKeysAndChannels(String prefix) throws Exception {
    try (var redis = TestRedis.run();
        var client = redis.client();
        var collector =
            new CeleryCollectorType()
                .create(
                    new CeleryConfig(
                        ServerUrl.parse(redis.url()),
                        null,
                        null,
                        null,
                        null,
                        prefix,
                        false,
                        null))) {
      client.lpush(prefix + "celery", "a");
      Programs.await(() -> collect(collector).get("celery_events_connected") == 1);
      client.publish(
          prefix + "/0.celeryev/worker.heartbeat",
          KombuEnvelope.seal(
              "celeryev", "{\"type\":\"worker-heartbeat\",\"hostname\":\"w1@vm\",\"pid\":1}"));
      Programs.await(() ->
          collect(collector).containsKey("celery_worker_up{hostname=\"vm\", worker=\"w1@vm\"}"));
      assertThat(table.row()).containsEntry("celery_queue_length{queue_name=\"celery\"}", 1.0);
    }
  }

  @Test
  void findsABrokerAgainThatWasAway() throws Exception {
    try (var redis = TestRedis.run();
        var collector = collector(redis.url())) {
      Programs.await(() -> collect(collector).get("celery_events_connected") == 1);
      redis.stop();
      assertThatThrownBy(() -> collect(collector)).hasMessageContaining("refuses the connection");
      redis.start();
      Programs.await(() -> collect(collector).get("celery_events_connected") == 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "redis://:sesame@127.0.0.1:CLOSED/0, refuses the connection",
    "redis://:sesame@127.0.0.1:HANGING/0, does not answer",
    "amqp://me:sesame@127.0.0.1:CLOSED//, the connection is refused",
    "amqp://me:sesame@127.0.0.1:HANGING//, does not answer",
    "amqp://me:sesame@no-such-host.invalid//, there is no host no-such-host.invalid",
  })
  void saysWhatIsWrongWithoutThePasswordAndKeepsWhatItKnows(String url, String words)
      throws Exception {
    try (var hanging = HangingServer.start();
        var collector =
            collector(
                url.replace("CLOSED", "" + Programs.freePort())
                    .replace("HANGING", "" + hanging.port()))) {
      assertThatThrownBy(() -> collect(collector))
          .isInstanceOf(DownException.class)
          .hasMessageContaining(words)
          .hasMessageNotContaining("sesame");
      assertThat(table.row()).containsEntry("celery_events_connected", 0.0);
    }
  }

  @Test
  void theConfigurationRefusesOtherBrokers() {
    assertThatThrownBy(() -> CeleryConfig.of("sqs://x"))
        .hasMessageContaining("expected a broker that begins with redis://")
        .hasMessageContaining("sqs://");
  }

  @Test
  void foundByItsEnvironmentVariable() {
    var type = new CeleryCollectorType();
    assertThat(type.found(Map.of("CELERY_BROKER_URL", "amqp://me:pw@mq/")))
        .singleElement()
        .satisfies(config -> assertThat(type.instance(config)).isEqualTo("mq:5672"))
        .satisfies(config -> assertThat(config.toString()).doesNotContain("pw"));
  }
}
