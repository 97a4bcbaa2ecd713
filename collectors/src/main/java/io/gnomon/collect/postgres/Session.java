package io.gnomon.collect.postgres;

import io.gnomon.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/// The one connection. A collection is one read-only transaction with limits of its own, so that a
/// pooler in between is not left with our settings; a query that fails ends it, and the next one
/// begins another.
final class Session implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 1000;
  private static final String LIMITS =
      "SELECT set_config('statement_timeout', '%d', true), set_config('lock_timeout', '500', true),"
          + " set_config('search_path', 'pg_catalog', true)";

  /// What one makes of the rows.
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private final Connection connection;
  private int limit; // of a statement, set in this transaction; 0 outside of one

  private Session(Connection connection) {
    this.connection = connection;
  }

  static Session open(PostgresConfig config) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", config.user());
    Secret secret = config.secret();
    if (secret != null) {
      properties.setProperty("password", secret.reveal());
    }
    properties.setProperty("ApplicationName", "gnomon");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("prepareThreshold", "0"); // a pooler cannot keep prepared statements
    properties.setProperty("logServerErrorDetail", "false");
    properties.putAll(config.tls());
    var connection = DriverManager.getConnection(url(config), properties);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return new Session(connection);
  }

  private static String url(PostgresConfig config) {
    return "jdbc:postgresql://" + config.instance() + "/" + encode(config.database());
  }

  private static String encode(String database) {
    return URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  <T> T ask(String sql, int limitMillis, Reading<T> reading) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (limit != limitMillis) {
        statement.executeQuery(LIMITS.formatted(limitMillis)).close();
        limit = limitMillis;
      }
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (var rows = statement.executeQuery(sql)) {
        return reading.read(rows);
      }
    } catch (SQLException e) {
      end();
      throw e;
    }
  }

  /// Ends the transaction, and with it our limits; the next question begins another.
  void end() throws SQLException {
    limit = 0;
    if (!connection.isClosed()) {
      connection.rollback();
    }
  }

  /// Whether the connection can still be used after a failure.
  boolean isOpen() throws SQLException {
    return !connection.isClosed();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // it was broken already
    }
  }
}
