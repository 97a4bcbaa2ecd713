package io.gnomon.collect.redis;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What INFO tells in words: what the server is, and whom it replicates.
final class Instance {
  private static final List<String> TOLD =
      List.of(
          "maxmemory_policy",
          "os",
          "process_id",
          "redis_build_id",
          "redis_mode",
          "redis_version",
          "role",
          "run_id",
          "tcp_port");
  private static final List<String> LINK =
      List.of("master_host", "master_port", "master_link_status");
  private static final Metric INFO =
      Series.gauge("redis_instance_info", "Information about the Redis instance.");
  private static final Metric LINK_UP =
      Series.gauge("redis_master_link_up", "Whether the link to the master is up.");

  private Map<String, String> now = new TreeMap<>();
  private Map<String, String> shown = Map.of();
  private List<Row> rows = List.of();

  /// Keeps what the current line tells, when it is of the kind that is wanted.
  void take(ByteText text) {
    take(TOLD, text);
    take(LINK, text);
  }

  private void take(List<String> wanted, ByteText text) {
    for (int i = 0; i < wanted.size(); i++) {
      if (text.wordIs(wanted.get(i))) {
        now.put(wanted.get(i), text.rest());
      }
    }
  }

  void put(SampleSink sink) {
    if (!now.equals(shown)) {
      rows = rows();
      shown = now;
    }
    now = new TreeMap<>();
    rows.getFirst().into(sink).put(0, 1);
    if (rows.size() > 1) {
      rows.get(1).into(sink).put(0, "up".equals(shown.get("master_link_status")) ? 1 : 0);
    }
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    rows.add(Row.of(Series.of(INFO, pairs(TOLD))));
    if (now.containsKey("master_link_status")) {
      rows.add(Row.of(Series.of(LINK_UP, pairs(List.of("master_host", "master_port")))));
    }
    return rows;
  }

  private String[] pairs(List<String> names) {
    return names.stream()
        .flatMap(name -> java.util.stream.Stream.of(name, now.getOrDefault(name, "")))
        .toArray(String[]::new);
  }
}
