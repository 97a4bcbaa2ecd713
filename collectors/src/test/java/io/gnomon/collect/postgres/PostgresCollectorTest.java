package io.gnomon.collect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.Collector;
import io.gnomon.collect.DownException;
import io.gnomon.collect.HangingServer;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import io.gnomon.collect.postgres.TestPostgres.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresCollectorTest {
  private static final String ROLE = "zhilian_monitor";
  private static final Map<Version, TestPostgres> SERVERS = new EnumMap<>(Version.class);

  private final AtomicLong now = new AtomicLong(1_000_000_000);
  private final SampleTable table = new SampleTable();

  /// A server of that version, with the role of the manual and an application's database.
  private static TestPostgres server(Version version) throws Exception {
    var server = SERVERS.get(version);
    if (server == null) {
      server = TestPostgres.start(version);
      SERVERS.put(version, server);
      server.run("postgres", "CREATE DATABASE shop", "CREATE DATABASE bare");
      server.run("postgres", Sql.read("role").replace("CHANGE_ME", "sesame"));
      server.run("postgres", "CREATE ROLE nosy LOGIN PASSWORD 'sesame'");
      server.run("shop", "CREATE EXTENSION pg_stat_statements", "CREATE TABLE orders (id int)");
    }
    return server;
  }

  @AfterAll
  static void stop() throws Exception {
    for (var server : SERVERS.values()) {
      server.close();
    }
    SERVERS.clear();
  }

  private Collector collector(String dsn) {
    return new PostgresCollector(PostgresConfig.of(dsn), () -> Instant.ofEpochMilli(now.get()));
  }

  private Map<String, Double> collect(Collector collector) throws Exception {
    collector.collect(table.begin());
    now.addAndGet(30_000);
    return table.row();
  }

  @ParameterizedTest
  @EnumSource
  void theRoleOfTheManualSeesEverything(Version version) throws Exception {
    var server = server(version);
    try (var collector = collector(server.dsn(ROLE, "sesame", "shop"));
        var client = server.connect("shop");
        var statement = client.createStatement()) {
      client.setAutoCommit(false);
      statement.execute("INSERT INTO orders SELECT generate_series(1, 100)");
      var row = collect(collector);
      assertThat(collector.warnings()).isEmpty();
      assertThat(row)
          .containsEntry("pg_up", 1.0)
          .containsEntry(
              "pg_stat_activity_count{datname=\"shop\", state=\"idle in transaction\"}", 1.0)
          .containsEntry("pg_stat_activity_count{datname=\"shop\", state=\"active\"}", 0.0)
          .containsEntry("pg_stat_statements_available", 1.0)
          .containsEntry("pg_settings_max_connections", 30.0)
          .containsEntry("pg_locks_count{datname=\"shop\", mode=\"rowexclusivelock\"}", 1.0)
          .containsEntry("pg_locks_count{datname=\"shop\", mode=\"sireadlock\"}", 0.0)
          .containsEntry("pg_replication_is_replica", 0.0)
          .containsKeys(
              "pg_database_size_bytes{datname=\"bare\"}", "pg_postmaster_start_time_seconds");
      assertThat(table.metrics())
          .containsKeys(
              "pg_stat_database_tup_fetched",
              "pg_stat_database_tup_inserted",
              "pg_stat_database_conflicts",
              "pg_stat_database_conflicts_confl_lock",
              "pg_stat_database_xact_commit",
              "pg_stat_database_blks_hit",
              "pg_stat_database_deadlocks",
              "pg_stat_database_active_time_seconds_total",
              "pg_stat_activity_max_tx_duration",
              "pg_stat_bgwriter_checkpoints_timed",
              "pg_stat_bgwriter_checkpoints_timed_total",
              "pg_replication_lag_seconds",
              "pg_stat_statements_calls_total");
      client.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource
  void statementsCountFromTheFirstLookOn(Version version) throws Exception {
    var server = server(version);
    try (var collector = collector(server.dsn(ROLE, "sesame", "shop"))) {
      collect(collector);
      for (int i = 0; i < 7; i++) {
        server.run("shop", "SELECT count(*) FROM orders WHERE id = " + i);
      }
      var row = collect(collector);
      var calls =
          row.entrySet().stream()
              .filter(e -> e.getKey().startsWith("pg_stat_statements_calls_total"))
              .filter(e -> e.getKey().contains("user=\"postgres\""))
              .filter(e -> e.getKey().contains("datname=\"shop\""))
              .filter(e -> e.getValue() == 7.0)
              .findFirst();
      assertThat(calls).isPresent();
      assertThat(table.timed(calls.orElseThrow().getKey()))
          .containsExactly(Map.entry(1_000_000_000L, 0.0));
    }
  }

  @Test
  void withoutPgMonitorItCountsConnectionsAndSaysWhatIsMissing() throws Exception {
    var server = server(Version.V14);
    try (var collector = collector(server.dsn("nosy", "sesame", "shop"));
        var _ = server.connect("shop")) {
      var row = collect(collector);
      assertThat(row.get("pg_stat_activity_count{datname=\"shop\", state=\"unknown\"}"))
          .isGreaterThanOrEqualTo(1);
      assertThat(collector.warnings())
          .anyMatch(warning -> warning.contains("GRANT pg_monitor TO \"nosy\""));
    }
  }

  @Test
  void withoutTheExtensionItSaysHowToGetIt() throws Exception {
    var server = server(Version.V14);
    try (var collector = collector(server.dsn(ROLE, "sesame", "bare"))) {
      assertThat(collect(collector)).containsEntry("pg_stat_statements_available", 0.0);
      assertThat(collector.warnings())
          .singleElement()
          .asString()
          .contains("CREATE EXTENSION pg_stat_statements");
    }
  }

  @Test
  void aPartThatFailsIsNamedAndTheOthersAreThere() throws Exception {
    var server = server(Version.V14);
    server.run("shop", "REVOKE EXECUTE ON FUNCTION pg_database_size(oid) FROM public");
    try (var collector = collector(server.dsn(ROLE, "sesame", "shop"))) {
      assertThat(collect(collector))
          .containsEntry("pg_up", 1.0)
          .containsKey("pg_locks_count{datname=\"shop\", mode=\"sharelock\"}");
      assertThat(collector.warnings())
          .singleElement()
          .asString()
          .startsWith("size is not shown: ")
          .contains("permission denied for function pg_database_size");
    } finally {
      server.run("shop", "GRANT EXECUTE ON FUNCTION pg_database_size(oid) TO public");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://zhilian_monitor:sesame@127.0.0.1:PORT/nowhere, there is no database nowhere",
    "postgresql://127.0.0.1:CLOSED/shop, the connection is refused",
    "postgresql://u:sesame2@127.0.0.1:HANGING/shop, says nothing",
    "postgresql://u:sesame2@no-such-host.invalid/shop, there is no host no-such-host.invalid",
  })
  void saysWhatIsWrongWithoutThePassword(String dsn, String words) throws Exception {
    try (var hanging = HangingServer.start();
        var collector =
            collector(
                dsn.replace("PORT", "" + server(Version.V14).port())
                    .replace("CLOSED", "" + Programs.freePort())
                    .replace("HANGING", "" + hanging.port()))) {
      assertThatThrownBy(() -> collect(collector))
          .isInstanceOf(DownException.class)
          .hasMessageContaining(words)
          .hasMessageNotContaining("sesame");
      assertThat(table.row()).containsEntry("pg_up", 0.0);
    }
  }

  @Test
  void aWrongPasswordIsSaidToBeWrong() throws Exception {
    var server = server(Version.V14);
    server.wantPasswords();
    try (var collector = collector(server.dsn(ROLE, "mistaken", "shop"))) {
      assertThatThrownBy(() -> collect(collector))
          .hasMessageContaining("the password is not that of role zhilian_monitor")
          .hasMessageNotContaining("mistaken");
    }
  }

  @Test
  void findsTheServerAgainWhenItsConnectionWasCut() throws Exception {
    var server = server(Version.V14);
    try (var collector = collector(server.dsn(ROLE, "sesame", "shop"))) {
      collect(collector);
      cutConnections(server);
      assertThat(collect(collector)).containsEntry("pg_up", 1.0);
    }
  }

  private static void cutConnections(TestPostgres server) throws SQLException {
    server.run(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'zhilian_monitor'");
  }

  @Test
  void fiveHundredDatabasesAreRead() throws Exception {
    var server = server(Version.V18);
    server.run(
        "postgres",
        "SET allow_system_table_mods = on",
        "CREATE TEMP TABLE copy AS SELECT * FROM pg_database WHERE datname = 'bare'",
        "INSERT INTO pg_database SELECT (jsonb_populate_record(c, jsonb_build_object("
            + "'oid', 100000 + i, 'datname', 'tenant_' || i))).*"
            + " FROM copy c, generate_series(1, 500) i");
    try (var collector = collector(server.dsn(ROLE, "sesame", "shop"))) {
      var row = collect(collector);
      assertThat(row).hasSizeBetween(500 * 40, 500 * 60);
      assertThat(row).containsKey("pg_stat_activity_count{datname=\"tenant_500\", state=\"idle\"}");
    } finally {
      server.run(
          "postgres",
          "SET allow_system_table_mods = on",
          "DELETE FROM pg_database WHERE datname LIKE 'tenant\\_%'");
    }
  }

  @Test
  void foundByItsEnvironmentVariable() {
    var type = new PostgresCollectorType();
    assertThat(type.found(Map.of("DATABASE_URL", "mysql://x"))).isEmpty();
    assertThat(type.found(Map.of("DATABASE_URL", "postgresql+asyncpg://a:pw@db/app")))
        .singleElement()
        .satisfies(config -> assertThat(type.instance(config)).isEqualTo("db:5432"))
        .satisfies(config -> assertThat(config.toString()).doesNotContain("pw"));
  }
}
