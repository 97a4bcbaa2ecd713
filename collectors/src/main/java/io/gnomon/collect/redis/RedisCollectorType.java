package io.gnomon.collect.redis;

import io.gnomon.collect.Collector;
import io.gnomon.collect.CollectorType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Redis and Valkey servers; the one of `REDIS_URL` when none is configured.
public final class RedisCollectorType implements CollectorType<RedisConfig> {
  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Class<RedisConfig> config() {
    return RedisConfig.class;
  }

  @Override
  public String instance(RedisConfig config) {
    return config.instance();
  }

  @Override
  public List<RedisConfig> found(Map<String, String> environment) {
    var url = environment.getOrDefault("REDIS_URL", "");
    return url.isBlank() ? List.of() : List.of(RedisConfig.of(url));
  }

  @Override
  public Collector create(RedisConfig config) {
    return new RedisCollector(config, InstantSource.system());
  }
}
