package io.gnomon.collect.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.params.SetParams;

/// The same server seen by redis_exporter, where that is installed. What differs and why stands in
/// DIFFERENCES.md.
class RedisBesideExporterTest {
  /// What only redis_exporter has.
  private static final String LEFT_OUT =
      "redis_(config_.*|exporter_.*|latency_.*|last_slow_execution.*|slowlog_last_id"
          + "|last_key_groups_.*|target_scrape_.*|db_.*db[1-9].*)";

  /// What only ours has.
  private static final String ADDED = "redis_total_system_memory_bytes";

  /// What may begin between their look and ours.
  private static final String SEEN_LATER = ".*(cmd|err)=.*";

  /// What moves by being looked at.
  private static final String MOVING =
      ".*(cmd=|memory_|allocator_|mem_|_commands_|connections|_bytes_total|cpu_|uptime|clients"
          + "|reads|writes|buffer|start_time|avg_ttl|stale|errors|error_replies|up$).*";

  @Test
  void namesLabelsAndValuesAreTheSame() throws Exception {
    try (var redis = TestRedis.run();
        var client = redis.client()) {
      client.set("a", "1");
      client.set("b", "1", SetParams.setParams().ex(1000));
      client.get("c");
      try (var exporter =
              Programs.exporter(
                  "prometheus-redis-exporter",
                  port ->
                      new String[] {
                        "-redis.addr", redis.url(), "-web.listen-address", "127.0.0.1:" + port
                      });
          var collector = new RedisCollectorType().create(RedisConfig.of(redis.url()))) {
        var table = new SampleTable().begin();
        exporter.scrape();
        collector.collect(table);
        var theirs = new TreeMap<>(exporter.scrape());
        collector.collect(table.begin());
        var ours = new TreeMap<>(table.row());
        theirs.keySet().removeIf(s -> !s.startsWith("redis_") || s.matches(LEFT_OUT));
        ours.keySet().removeIf(s -> s.matches(ADDED));
        assertThat(ours.keySet()).containsAll(theirs.keySet());
        ours.keySet().removeIf(s -> !theirs.containsKey(s) && s.matches(SEEN_LATER));
        assertThat(ours.keySet()).containsExactlyElementsOf(theirs.keySet());
        assertThat(still(ours)).containsExactlyEntriesOf(still(theirs));
      }
    }
  }

  private static Map<String, Double> still(Map<String, Double> row) {
    var still = new TreeMap<>(row);
    still.keySet().removeIf(s -> s.matches(MOVING));
    return still;
  }
}
