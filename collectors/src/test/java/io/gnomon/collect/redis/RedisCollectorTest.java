package io.gnomon.collect.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.Collector;
import io.gnomon.collect.DownException;
import io.gnomon.collect.HangingServer;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.params.SetParams;

class RedisCollectorTest {
  private static TestRedis redis;
  private static Jedis client;

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final SampleTable table = new SampleTable();

  @BeforeAll
  static void start() throws Exception {
    redis = TestRedis.run();
    client = redis.client();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    redis.close();
  }

  @BeforeEach
  void clean() {
    client.flushAll();
    client.configResetStat();
  }

  private Collector collector(String url) {
    return new RedisCollector(RedisConfig.of(url), () -> Instant.ofEpochMilli(now.get()));
  }

  private Map<String, Double> collect(Collector collector) throws Exception {
    collector.collect(table.begin());
    now.addAndGet(15_000);
    return table.row();
  }

  @Test
  void countsWhatClientsDid() throws Exception {
    client.set("a", "1");
    client.set("b", "2", SetParams.setParams().ex(100));
    client.get("a");
    client.get("nothing");
    try (var collector = collector(redis.url())) {
      assertThat(collect(collector))
          .containsEntry("redis_up", 1.0)
          .containsEntry("redis_keyspace_hits_total", 1.0)
          .containsEntry("redis_keyspace_misses_total", 1.0)
          .containsEntry("redis_commands_total{cmd=\"get\"}", 2.0)
          .containsEntry("redis_db_keys{db=\"db0\"}", 2.0)
          .containsEntry("redis_db_keys_expiring{db=\"db0\"}", 1.0)
          .containsEntry("redis_memory_max_bytes", 0.0)
          .containsEntry("redis_rdb_last_bgsave_status", 1.0)
          .containsEntry("redis_slowlog_length", 0.0)
          .containsKeys(
              "redis_connected_clients",
              "redis_memory_used_bytes",
              "redis_total_system_memory_bytes",
              "redis_commands_processed_total");
      assertThat(collector.warnings()).isEmpty();
    }
  }

  @Test
  void aDatabaseThatHadKeysIsEmptyAndNotGone() throws Exception {
    client.set("a", "1");
    try (var collector = collector(redis.url())) {
      assertThat(collect(collector)).containsEntry("redis_db_keys{db=\"db0\"}", 1.0);
      client.del("a");
      assertThat(collect(collector)).containsEntry("redis_db_keys{db=\"db0\"}", 0.0);
    }
  }

  @Test
  void aCommandsFirstCallIsSeenAsARiseFromZero() throws Exception {
    try (var collector = collector(redis.url())) {
      collect(collector);
      client.lpush("list", "x");
      assertThat(collect(collector)).containsEntry("redis_commands_total{cmd=\"lpush\"}", 1.0);
      assertThat(table.timed("redis_commands_total{cmd=\"lpush\"}"))
          .containsExactly(Map.entry(1_000_000L, 0.0));
      collect(collector);
      assertThat(table.timed("redis_commands_total{cmd=\"lpush\"}")).isEmpty();
    }
  }

  @Test
  void theUserOfTheManualsAclSuffices() throws Exception {
    client.sendCommand(
        Command.ACL,
        ("SETUSER watcher reset on >sesame resetkeys resetchannels -@all +ping +auth +hello"
                + " +client|setname +client|id +select +info +dbsize +slowlog|len")
            .split(" "));
    try (var collector = collector("redis://watcher:sesame@127.0.0.1:" + redis.port())) {
      assertThat(collect(collector)).containsEntry("redis_up", 1.0);
      assertThat(collector.warnings()).isEmpty();
    }
  }

  @Test
  void aRightThatIsMissingForTheSlowLogIsAWarning() throws Exception {
    client.aclSetUser("poor", "reset", "on", ">sesame", "+auth", "+info");
    try (var collector = collector("redis://poor:sesame@127.0.0.1:" + redis.port())) {
      assertThat(collect(collector)).containsEntry("redis_up", 1.0);
      assertThat(collector.warnings()).singleElement().asString().contains("grant +slowlog|len");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "redis://:sesame@127.0.0.1:PORT, the password is not that of user default",
    "redis://nobody:sesame@127.0.0.1:PORT, the password is not that of user nobody",
    "redis://127.0.0.1:CLOSED, refuses the connection",
    "redis://127.0.0.1:HANGING, does not answer",
    "redis://no-such-host.invalid, there is no host no-such-host.invalid",
    "unix:///nowhere/redis.sock, /nowhere/redis.sock",
  })
  void saysWhatIsWrongWithoutThePassword(String url, String words) throws Exception {
    client.configSet("requirepass", "open");
    client.auth("open");
    try (var hanging = HangingServer.start();
        var collector =
            collector(
                url.replace("PORT", "" + redis.port())
                    .replace("CLOSED", "" + Programs.freePort())
                    .replace("HANGING", "" + hanging.port()))) {
      assertThatThrownBy(() -> collect(collector))
          .isInstanceOf(DownException.class)
          .hasMessageContaining(words)
          .hasMessageNotContaining("sesame");
      assertThat(table.row()).containsEntry("redis_up", 0.0);
    } finally {
      client.configSet("requirepass", "");
    }
  }

  @Test
  void askedForAPasswordItSaysSo() {
    client.configSet("requirepass", "open");
    client.auth("open");
    try (var collector = collector(redis.url())) {
      assertThatThrownBy(() -> collect(collector)).hasMessageContaining("Redis wants a password");
    } finally {
      client.configSet("requirepass", "");
    }
  }

  @Test
  void findsAServerAgainThatWasAway() throws Exception {
    try (var other = TestRedis.run();
        var collector = collector(other.url())) {
      assertThat(collect(collector)).containsEntry("redis_up", 1.0);
      other.stop();
      assertThatThrownBy(() -> collect(collector)).hasMessageContaining("refuses the connection");
      other.start();
      assertThat(collect(collector)).containsEntry("redis_up", 1.0);
    }
  }

  @Test
  void aReplicaTellsWhetherItsMasterIsThere() throws Exception {
    try (var replica = TestRedis.run("replicaof 127.0.0.1 " + redis.port());
        var collector = collector(replica.url())) {
      var series =
          "redis_master_link_up{master_host=\"127.0.0.1\", master_port=\"" + redis.port() + "\"}";
      Programs.await(() -> collect(collector).getOrDefault(series, 0.0) == 1);
      assertThat(table.row().keySet())
          .anyMatch(s -> s.startsWith("redis_instance_info") && s.contains("role=\"slave\""));
    }
  }

  @Test
  void aSocketInTheFileSystemWorksToo(@TempDir Path folder) throws Exception {
    var path = folder.resolve("redis.sock");
    try (var _ = TestRedis.run("unixsocket " + path);
        var collector = collector("unix://" + path)) {
      assertThat(collect(collector)).containsEntry("redis_up", 1.0);
      assertThat(collect(collector)).containsEntry("redis_up", 1.0);
    }
  }

  @Test
  void theConfigurationRefusesOtherAddresses() {
    assertThatThrownBy(() -> RedisConfig.of("http://host"))
        .hasMessageContaining("begins with redis://");
    assertThatThrownBy(() -> RedisConfig.of("unix://")).hasMessageContaining("path of a socket");
  }

  @Test
  void foundByItsEnvironmentVariable() {
    var type = new RedisCollectorType();
    assertThat(type.found(Map.of())).isEmpty();
    assertThat(type.found(Map.of("REDIS_URL", "redis://:pw@db:7000/3")))
        .singleElement()
        .satisfies(config -> assertThat(type.instance(config)).isEqualTo("db:7000"))
        .satisfies(config -> assertThat(config.toString()).doesNotContain("pw"));
  }
}
