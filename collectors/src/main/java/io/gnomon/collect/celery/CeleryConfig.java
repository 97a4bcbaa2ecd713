package io.gnomon.collect.celery;

import io.gnomon.collect.redis.RedisConfig;
import io.gnomon.collect.server.ServerUrl;
import io.gnomon.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One Celery broker.
///
/// @param broker `redis://host:6379/0`, `rediss://`, `unix://`, `amqp://user:password@host:5672//`
///   or `amqps://`
/// @param queues whose lengths are always told; others are added when they are heard of
/// @param keyPrefix Celery's `global_keyprefix` on Redis
/// @param enableEvents whether to tell the workers to send task events. That takes the right to
///   publish to them, which is the right to shut them down: better start them with `-E`
/// @param workerTimeout how long a worker may be silent and still be up: a solo worker is silent
///   while a task runs
public record CeleryConfig(
    ServerUrl broker,
    @Nullable String username,
    @Nullable Secret password,
    @Nullable Path caFile,
    @Nullable List<String> queues,
    @Nullable String keyPrefix,
    boolean enableEvents,
    @Nullable Duration workerTimeout) {
  private static final Set<String> REDIS = Set.of("redis", "rediss", "unix");
  private static final Set<String> RABBIT = Set.of("amqp", "amqps", "pyamqp");
  private static final Duration WORKER_TIMEOUT = Duration.ofSeconds(60);

  public CeleryConfig {
    if (broker == null) {
      throw new IllegalArgumentException("expected broker, as redis://127.0.0.1:6379/0");
    }
    if (!REDIS.contains(broker.scheme()) && !RABBIT.contains(broker.scheme())) {
      throw new IllegalArgumentException(
          "expected a broker that begins with redis://, rediss://, unix://, amqp:// or amqps://,"
              + " found "
              + broker.scheme()
              + "://");
    }
    if (workerTimeout != null && workerTimeout.toSeconds() < 5) {
      throw new IllegalArgumentException("expected a worker_timeout of at least 5s");
    }
  }

  public static CeleryConfig of(String broker) {
    return new CeleryConfig(ServerUrl.parse(broker), null, null, null, null, null, false, null);
  }

  boolean isRedis() {
    return REDIS.contains(broker.scheme());
  }

  RedisConfig redis() {
    return new RedisConfig(broker, username, password, caFile);
  }

  String instance() {
    return isRedis() ? redis().instance() : broker.hostAndPort(isTls() ? 5671 : 5672);
  }

  boolean isTls() {
    return broker.scheme().equals("amqps");
  }

  String user() {
    return username != null ? username : broker.user().isEmpty() ? "guest" : broker.user();
  }

  Secret secret() {
    var found = password == null ? broker.password() : password;
    return found == null ? new Secret("guest") : found;
  }

  List<String> knownQueues() {
    return queues == null || queues.isEmpty() ? List.of("celery") : queues;
  }

  String prefix() {
    return keyPrefix == null ? "" : keyPrefix;
  }

  Duration silence() {
    return workerTimeout == null ? WORKER_TIMEOUT : workerTimeout;
  }
}
