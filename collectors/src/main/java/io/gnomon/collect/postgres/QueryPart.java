package io.gnomon.collect.postgres;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a query and puts its numbers. What a query that is asked seldom has found is put again
/// until it finds something new.
final class QueryPart implements Part {
  private static final int LIMIT_MILLIS = 3000;
  private static final int SELDOM_LIMIT_MILLIS = 4500;

  private record Found(Row row, double[] values) {}

  private final Query query;
  private final long everyMillis;
  private Map<List<String>, Found> found = Map.of();
  private long asked = Long.MIN_VALUE / 2;

  private QueryPart(Query query, long everyMillis) {
    this.query = query;
    this.everyMillis = everyMillis;
  }

  static QueryPart always(Query query) {
    return new QueryPart(query, 0);
  }

  static QueryPart every(long millis, Query query) {
    return new QueryPart(query, millis);
  }

  @Override
  public String name() {
    return query.name();
  }

  @Override
  public void read(Session session, long now, SampleSink sink) throws SQLException {
    var shown = everyMillis > 0 ? found : Map.<List<String>, Found>of();
    try {
      if (now - asked >= everyMillis) {
        asked = now;
        found = session.ask(query.sql(), limit(), this::read);
      }
      shown = found;
    } finally {
      shown.values().forEach(row -> put(row, sink));
    }
  }

  private int limit() {
    return everyMillis == 0 ? LIMIT_MILLIS : SELDOM_LIMIT_MILLIS;
  }

  private Map<List<String>, Found> read(ResultSet rows) throws SQLException {
    var now = new HashMap<List<String>, Found>();
    while (rows.next()) {
      var labels = labels(rows);
      var row = found.containsKey(labels) ? found.get(labels).row : row(labels);
      now.put(labels, new Found(row, values(rows)));
    }
    return now;
  }

  private List<String> labels(ResultSet rows) throws SQLException {
    var values = new ArrayList<String>(query.labels().size());
    for (var label : query.labels()) {
      values.add(rows.getString(label));
    }
    return values;
  }

  private Row row(List<String> values) {
    var pairs = new String[2 * values.size()];
    for (int i = 0; i < values.size(); i++) {
      pairs[2 * i] = query.labels().get(i);
      pairs[2 * i + 1] = values.get(i);
    }
    return Row.of(
        query.columns().stream()
            .map(column -> Series.of(column.metric(), pairs))
            .toArray(Series[]::new));
  }

  /// NaN where the server says NULL.
  private double[] values(ResultSet rows) throws SQLException {
    var values = new double[query.columns().size()];
    for (int i = 0; i < values.length; i++) {
      double value = rows.getDouble(query.columns().get(i).name());
      values[i] = rows.wasNull() ? Double.NaN : value;
    }
    return values;
  }

  private static void put(Found found, SampleSink sink) {
    found.row.into(sink);
    for (int i = 0; i < found.values.length; i++) {
      if (!Double.isNaN(found.values[i])) {
        found.row.put(i, found.values[i]);
      }
    }
  }
}
