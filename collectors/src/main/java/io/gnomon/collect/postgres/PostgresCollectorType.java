package io.gnomon.collect.postgres;

import io.gnomon.collect.Collector;
import io.gnomon.collect.CollectorType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// PostgreSQL servers; the one of `DATABASE_URL` when none is configured and it is one.
public final class PostgresCollectorType implements CollectorType<PostgresConfig> {
  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public Class<PostgresConfig> config() {
    return PostgresConfig.class;
  }

  @Override
  public String instance(PostgresConfig config) {
    return config.instance();
  }

  @Override
  public List<PostgresConfig> found(Map<String, String> environment) {
    var url = environment.getOrDefault("DATABASE_URL", "").strip();
    return url.startsWith("postgres") || url.startsWith("jdbc:postgres")
        ? List.of(PostgresConfig.of(url))
        : List.of();
  }

  @Override
  public Collector create(PostgresConfig config) {
    return new PostgresCollector(config, InstantSource.system());
  }
}
