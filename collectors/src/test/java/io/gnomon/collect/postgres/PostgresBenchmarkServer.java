package io.gnomon.collect.postgres;

import io.gnomon.collect.Collector;
import io.gnomon.collect.postgres.TestPostgres.Version;
import java.io.IOException;

/// A server with the extension, for the benchmark.
public record PostgresBenchmarkServer(TestPostgres server) implements AutoCloseable {
  public static PostgresBenchmarkServer start() throws Exception {
    var server = TestPostgres.start(Version.V14);
    server.run("postgres", "CREATE EXTENSION pg_stat_statements");
    return new PostgresBenchmarkServer(server);
  }

  public String dsn() {
    return server.dsn("postgres", "postgres", "postgres");
  }

  public Collector collector() {
    return new PostgresCollectorType().create(PostgresConfig.of(dsn()));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
