package io.gnomon.collect.postgres;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.ZipFile;

/// A real PostgreSQL that ends with the test. The library runs it in a user namespace where we are
/// root, which PostgreSQL refuses to be.
public final class TestPostgres implements AutoCloseable {
  enum Version {
    V14,
    V18
  }

  private static final Path BINARIES_18 = Path.of("target/postgres/postgres-18.jar");

  private final EmbeddedPostgres server;

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static TestPostgres start(Version version) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("pg_stat_statements.track", "all")
            .setServerConfig("track_io_timing", "on")
            .setServerConfig("max_connections", "30");
    if (version == Version.V18) {
      assumeThat(System.getProperty("os.name") + System.getProperty("os.arch"))
          .as("a machine the binaries of PostgreSQL 18 run on")
          .isEqualTo("Linuxamd64");
      builder.setPgBinaryResolver((_, _) -> binaries18());
    }
    return new TestPostgres(builder.start());
  }

  private static InputStream binaries18() throws IOException {
    try (var jar = new ZipFile(BINARIES_18.toFile())) {
      var entry = jar.getEntry("postgres-linux-x86_64.txz");
      return new ByteArrayInputStream(jar.getInputStream(entry).readAllBytes());
    }
  }

  /// From now on a role must prove who it is, save postgres; the library's servers trust everybody.
  void wantPasswords() throws IOException, SQLException {
    String file;
    try (var connection = connect("postgres");
        var rows = connection.createStatement().executeQuery("SHOW hba_file")) {
      rows.next();
      file = rows.getString(1);
    }
    Files.writeString(
        Path.of(file),
        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    run("postgres", "SELECT pg_reload_conf()");
  }

  int port() {
    return server.getPort();
  }

  String dsn(String user, String password, String database) {
    return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port() + "/" + database;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, "postgres", "postgres");
  }

  void run(String database, String... statements) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
