package io.gnomon.collect.postgres;

import io.gnomon.collect.DownException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a PostgreSQL server, said so that a person knows what to do.
final class PostgresWords {
  private static final int VERSION_14 = 140_000;

  private PostgresWords() {}

  static DownException down(PostgresConfig config, SQLException failure) {
    return new DownException(config.instance() + ": " + words(config, failure), failure);
  }

  private static String words(PostgresConfig config, SQLException failure) {
    var user = config.user();
    return switch (failure.getSQLState()) {
      case "28P01" -> "the password is not that of role " + user + " (28P01)";
      case "28000" -> "role " + user + " may not log in from here: see pg_hba.conf (28000)";
      case "3D000" -> "there is no database " + config.database() + " (3D000)";
      case "53300" -> "no connection is free: too many clients, or the role's limit (53300)";
      case "57P03" -> "the server is starting up or shutting down (57P03)";
      case null, default -> network(failure);
    };
  }

  private static String network(SQLException failure) {
    return switch (root(failure)) {
      case UnknownHostException e -> "there is no host " + e.getMessage();
      case ConnectException _ -> "the connection is refused: is PostgreSQL running there?";
      case SocketTimeoutException _ -> "no answer: it took the connection and says nothing";
      case Throwable e -> firstLine(e);
    };
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }

  /// Why one part of a collection is missing while the others are there.
  static String missing(Part part, SQLException failure) {
    var state = failure.getSQLState();
    var why =
        "57014".equals(state) ? "it took too long and was cancelled (57014)" : firstLine(failure);
    return part.name() + " is not shown: " + why;
  }

  /// What we may not see or what is not there, and what to do about it.
  static List<String> blind(PostgresConfig config, Instance instance) {
    var blind = new ArrayList<String>();
    if (!instance.seesAllStats()) {
      blind.add(
          "role "
              + instance.role()
              + " does not see other roles' connections and statements, so connections have no"
              + " state: GRANT pg_monitor TO "
              + Sql.quote(instance.role()));
    }
    if (instance.statements() == null) {
      blind.add(
          "pg_stat_statements is not in database "
              + config.database()
              + (instance.version() >= VERSION_14
                  ? ", so slow queries are judged by the time of transactions"
                  : ", so slow queries cannot be judged on this version")
              + ": add it to shared_preload_libraries, restart, CREATE EXTENSION"
              + " pg_stat_statements");
    }
    return blind;
  }

  private static String firstLine(Throwable failure) {
    var message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
