package io.gnomon.collect.postgres;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.collect.postgres.StatementTotals.Counter;
import io.gnomon.collect.postgres.StatementTotals.Statement;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// pg_stat_statements, asked for seldom and never for a statement's text. Its counters outlive a
/// lost connection.
final class StatementsPart implements Part {
  private static final int LIMIT_MILLIS = 3000;
  private static final long EVERY_MILLIS = 30_000;
  private static final Metric CALLS =
      Series.counter("pg_stat_statements_calls_total", "Calls by statement.");
  private static final Metric SECONDS =
      Series.counter("pg_stat_statements_seconds_total", "Seconds spent executing, by statement.");
  private static final Metric ROWS =
      Series.counter("pg_stat_statements_rows_total", "Rows given or changed, by statement.");

  private final String sql;
  private final StatementTotals totals;
  private final Map<Counter, Row> rows = new HashMap<>();
  private long asked = Long.MIN_VALUE / 2;

  StatementsPart(StatementsExtension extension, StatementTotals totals) {
    this.sql = extension.sql();
    this.totals = totals;
  }

  @Override
  public String name() {
    return "pg_stat_statements";
  }

  @Override
  public void read(Session session, long now, SampleSink sink) throws SQLException {
    long before = asked;
    if (now - asked >= EVERY_MILLIS) {
      asked = now;
      session.ask(sql, LIMIT_MILLIS, this::look);
    }
    totals.totals().forEach((counter, counts) -> put(counter, counts, before, sink));
  }

  private int look(ResultSet found) throws SQLException {
    totals.begin();
    while (found.next()) {
      totals.look(
          new Statement(
              found.getLong("userid"),
              found.getLong("dbid"),
              found.getLong("queryid"),
              found.getBoolean("toplevel")),
          found.getString("user"),
          found.getString("datname"),
          new StatementCounts(
              found.getDouble("calls"), found.getDouble("seconds"), found.getDouble("rows")));
    }
    totals.add();
    return 0;
  }

  private void put(Counter counter, StatementCounts counts, long before, SampleSink sink) {
    var row = rows.computeIfAbsent(counter, StatementsPart::row).into(sink);
    row.put(0, counts.calls());
    row.put(1, counts.seconds());
    row.put(2, counts.rows());
    row.putBeginning(before);
  }

  private static Row row(Counter counter) {
    String[] labels = {
      "user", counter.user(), "datname", counter.database(), "queryid", counter.query()
    };
    return Row.of(Series.of(CALLS, labels), Series.of(SECONDS, labels), Series.of(ROWS, labels));
  }
}
