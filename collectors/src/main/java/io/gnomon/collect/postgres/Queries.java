package io.gnomon.collect.postgres;

import io.gnomon.collect.line.Series;
import io.gnomon.collect.postgres.Query.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every query with a fixed set of columns, by the versions of PostgreSQL that have it.
final class Queries {
  private static final List<String> DATABASE = List.of("datid", "datname");
  private static final int VERSION_14 = 140_000;
  private static final int VERSION_17 = 170_000;

  private Queries() {}

  /// What is asked in every collection.
  static List<Query> of(Instance instance) {
    return List.of(
        activity(instance.seesAllStats() ? "activity" : "backends"),
        instance.version() >= VERSION_14 ? databaseOf14() : database(),
        conflicts(),
        locks(),
        settings(),
        replication(),
        background(instance.version() >= VERSION_17 ? "bgwriter_17" : "bgwriter"));
  }

  private static Query activity(String name) {
    return new Query(
        "activity",
        Sql.read(name),
        List.of("datname", "state"),
        List.of(
            gauge("count", "pg_stat_activity_count", "Connections by state."),
            gauge(
                "max_tx_duration",
                "pg_stat_activity_max_tx_duration",
                "Seconds the oldest transaction of a state has run.")));
  }

  private static Query database() {
    return new Query("database", Sql.read("database"), DATABASE, databaseColumns());
  }

  private static Query databaseOf14() {
    var columns = new ArrayList<>(databaseColumns());
    columns.add(
        counter(
            "active_time_seconds",
            "pg_stat_database_active_time_seconds_total",
            "Seconds spent executing statements."));
    return new Query("database", Sql.read("database_14"), DATABASE, columns);
  }

  private static List<Column> databaseColumns() {
    var counters =
        Stream.of(
                "xact_commit",
                "xact_rollback",
                "blks_read",
                "blks_hit",
                "tup_returned",
                "tup_fetched",
                "tup_inserted",
                "tup_updated",
                "tup_deleted",
                "conflicts",
                "temp_files",
                "temp_bytes",
                "deadlocks",
                "blk_read_time",
                "blk_write_time",
                "stats_reset")
            .map(column -> counter(column, "pg_stat_database_" + column, column + " of the view."));
    var backends =
        gauge("numbackends", "pg_stat_database_numbackends", "Backends connected to it.");
    return Stream.concat(counters, Stream.of(backends)).toList();
  }

  private static Query conflicts() {
    return new Query(
        "conflicts",
        Sql.read("conflicts"),
        DATABASE,
        Stream.of("tablespace", "lock", "snapshot", "bufferpin", "deadlock")
            .map(kind ->
                counter(
                    "confl_" + kind,
                    "pg_stat_database_conflicts_confl_" + kind,
                    "Queries cancelled on a standby because of " + kind + "."))
            .toList());
  }

  private static Query locks() {
    return new Query(
        "locks",
        Sql.read("locks"),
        List.of("datname", "mode"),
        List.of(gauge("count", "pg_locks_count", "Locks held or awaited, by mode.")));
  }

  private static Query settings() {
    return new Query(
        "settings",
        Sql.read("settings"),
        List.of(),
        Stream.of("max_connections", "superuser_reserved_connections", "shared_buffers_bytes")
            .map(name -> gauge(name, "pg_settings_" + name, "The setting " + name + "."))
            .toList());
  }

  private static Query replication() {
    return new Query(
        "replication",
        Sql.read("replication"),
        List.of(),
        List.of(
            gauge("lag_seconds", "pg_replication_lag_seconds", "How far a standby lags behind."),
            gauge("is_replica", "pg_replication_is_replica", "Whether it is a standby.")));
  }

  /// Under the exporter's old names and its new ones.
  private static Query background(String name) {
    return new Query(
        "bgwriter",
        Sql.read(name),
        List.of(),
        Stream.of(
                "checkpoints_timed",
                "checkpoints_req",
                "buffers_checkpoint",
                "buffers_clean",
                "maxwritten_clean",
                "buffers_alloc")
            .flatMap(column ->
                Stream.of("", "_total")
                    .map(end ->
                        counter(
                            column,
                            "pg_stat_bgwriter_" + column + end,
                            column + " of the background writer.")))
            .toList());
  }

  /// Sizes walk the files of each database, so they are asked for seldom.
  static Query size() {
    return new Query(
        "size",
        Sql.read("size"),
        List.of("datname"),
        List.of(gauge("size_bytes", "pg_database_size_bytes", "Bytes on disk.")));
  }

  private static Column gauge(String column, String name, String help) {
    return new Column(column, Series.gauge(name, help));
  }

  private static Column counter(String column, String name, String help) {
    return new Column(column, Series.counter(name, help));
  }
}
