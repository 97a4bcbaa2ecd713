package io.gnomon.collect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import io.gnomon.collect.postgres.TestPostgres.Version;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The same server seen by postgres_exporter, where that is installed. What differs and why stands
/// in DIFFERENCES.md.
class PostgresBesideExporterTest {
  /// What only postgres_exporter has, and the templates, of which each shows some.
  private static final String LEFT_OUT =
      "pg_settings_(?!max_connections$|superuser_reserved_connections$|shared_buffers_bytes$).*"
          + "|pg_(static|exporter|scrape|stat_archiver|stat_user|statio_user|replication_lag$).*"
          + "|pg_stat_bgwriter_(buffers_backend|checkpoint_write|checkpoint_sync|stats_reset).*"
          + "|pg_stat_database_(active_time|session|idle_in|checksum|stats_reset).*"
          + "|.*datname=\"(template[01])?\".*|.*datid=\"0\".*";

  /// What only ours has.
  private static final String ADDED =
      "pg_(stat_statements|postmaster|replication).*"
          + "|pg_stat_database_(active_time_seconds_total|stats_reset).*"
          + "|pg_stat_bgwriter_(?!.*_total$).*";

  /// What moves by being looked at.
  private static final String MOVING =
      ".*(activity|locks|numbackends|xact_|blks_|tup_|blk_|size_bytes|bgwriter).*";

  @Test
  void namesLabelsAndValuesAreTheSame() throws Exception {
    try (var server = TestPostgres.start(Version.V14)) {
      server.run("postgres", "CREATE DATABASE shop");
      server.run("shop", "CREATE EXTENSION pg_stat_statements");
      var environment =
          Map.of("DATA_SOURCE_NAME", server.dsn("postgres", "x", "shop") + "?sslmode=disable");
      try (var exporter =
              Programs.exporter(
                  "prometheus-postgres-exporter",
                  environment,
                  port -> new String[] {"--web.listen-address=127.0.0.1:" + port});
          var collector =
              new PostgresCollectorType()
                  .create(PostgresConfig.of(server.dsn("postgres", "x", "shop")))) {
        var theirs = new TreeMap<String, Double>();
        exporter.scrape().forEach((series, value) -> theirs.put(withoutServer(series), value));
        var table = new SampleTable().begin();
        collector.collect(table);
        var ours = new TreeMap<>(table.row());
        theirs.keySet().removeIf(s -> !s.startsWith("pg_") || s.matches(LEFT_OUT));
        ours.keySet().removeIf(s -> s.matches(ADDED) || s.matches(LEFT_OUT));
        assertThat(ours.keySet()).containsExactlyElementsOf(theirs.keySet());
        assertThat(still(ours)).containsExactlyEntriesOf(still(theirs));
      }
    }
  }

  /// Their label `server` is our `instance`, which the runner adds.
  private static String withoutServer(String series) {
    return series.replaceAll("(, )?server=\"[^\"]*\"", "").replace("{, ", "{").replace("{}", "");
  }

  private static Map<String, Double> still(Map<String, Double> row) {
    var still = new TreeMap<>(row);
    still.keySet().removeIf(s -> s.matches(MOVING));
    return still;
  }
}
