package io.gnomon.collect.postgres;

import io.gnomon.collect.Collector;
import io.gnomon.collect.DownException;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks one server, part by part, over one connection that is kept while it works.
final class PostgresCollector implements Collector {
  private static final long SIZE_EVERY_MILLIS = 300_000;
  private static final int LIMIT_MILLIS = 3000;

  /// Parts that would begin later than this after the start are left out of a collection.
  private static final long ALL_MILLIS = 7000;

  private final PostgresConfig config;
  private final InstantSource clock;
  private final StatementTotals statements = new StatementTotals();
  private final QueryPart size = QueryPart.every(SIZE_EVERY_MILLIS, Queries.size());
  private final Row up = Row.of(Series.of(Series.gauge("pg_up", "Whether the server answers.")));
  private final Row facts =
      Row.of(
          Series.of(Series.gauge("pg_postmaster_start_time_seconds", "When the server started.")),
          Series.of(
              Series.gauge(
                  "pg_stat_statements_available",
                  "Whether the extension is in the database we look from.")));
  private @Nullable Session session;
  private @Nullable Instance known;
  private List<Part> parts = List.of();
  private List<String> warnings = List.of();

  PostgresCollector(PostgresConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public void collect(SampleSink sink) throws DownException {
    try {
      var instance = instance();
      up.into(sink).put(0, 1);
      facts.into(sink).put(0, instance.startSeconds());
      warnings = PostgresWords.blind(config, instance);
      readParts(instance, sink);
      end();
    } catch (SQLException e) {
      close();
      warnings = List.of();
      up.into(sink).put(0, 0);
      throw PostgresWords.down(config, e);
    }
  }

  private void end() throws SQLException {
    if (session != null) {
      session.end();
    }
  }

  /// Connects when there is no connection, or when the one that was kept has broken meanwhile.
  private Instance instance() throws SQLException {
    var kept = session;
    if (kept != null) {
      try {
        return kept.ask(Instance.SQL, LIMIT_MILLIS, Instance::read);
      } catch (SQLException e) {
        close();
        if (e.getCause() instanceof SocketTimeoutException) {
          throw e;
        }
      }
    }
    var fresh = Session.open(config);
    session = fresh;
    return fresh.ask(Instance.SQL, LIMIT_MILLIS, Instance::read);
  }

  private void readParts(Instance instance, SampleSink sink) throws SQLException {
    if (known == null || !known.isLike(instance)) {
      parts = parts(instance);
    }
    known = instance;
    long start = System.nanoTime();
    boolean statementsRead = false;
    var missing = new ArrayList<>(warnings);
    for (var part : parts) {
      if (System.nanoTime() - start > ALL_MILLIS * 1_000_000) {
        missing.add(part.name() + " is not shown: the parts before it took too long");
      } else {
        boolean read = readPart(part, sink, missing);
        statementsRead |= read && part instanceof StatementsPart;
      }
    }
    facts.put(1, statementsRead ? 1 : 0);
    warnings = missing;
  }

  /// Reads one part; false, with a word about it, when it failed but the connection is good.
  private boolean readPart(Part part, SampleSink sink, List<String> missing) throws SQLException {
    var asking = session;
    if (asking == null) {
      return false;
    }
    try {
      part.read(asking, clock.millis(), sink);
      return true;
    } catch (SQLException e) {
      if (!asking.isOpen()) {
        throw e;
      }
      missing.add(PostgresWords.missing(part, e));
      return false;
    }
  }

  private List<Part> parts(Instance instance) {
    var parts = new ArrayList<Part>();
    Queries.of(instance).forEach(query -> parts.add(QueryPart.always(query)));
    if (instance.statements() != null) {
      parts.add(new StatementsPart(instance.statements(), statements));
    }
    parts.add(size);
    return parts;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
