package io.gnomon.collect.celery;

import io.gnomon.collect.redis.RedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// Hears Celery's events on a Redis connection of its own. A half-open connection would be silent
/// for ever, so we ping: where neither an event nor an answer comes, the connection has ended.
final class RedisEvents implements AutoCloseable {
  private static final int SILENCE_MILLIS = 20_000;
  private static final int PING_SECONDS = 8;

  private final CeleryConfig config;
  private final EventBook book;
  private final KombuEnvelope envelope;
  private volatile @Nullable Jedis connection;

  RedisEvents(CeleryConfig config, EventBook book, KombuEnvelope envelope) {
    this.config = config;
    this.book = book;
    this.envelope = envelope;
  }

  /// Subscribes and stays until the connection breaks.
  void hear(Runnable heard) throws IOException {
    int database = config.redis().database();
    var pattern = config.prefix() + "/" + database + ".celeryev/*";
    var subscription = new Subscription(heard);
    try (var jedis = RedisConnection.connect(config.redis(), database, SILENCE_MILLIS);
        var pings = Executors.newSingleThreadScheduledExecutor(RedisEvents::thread)) {
      connection = jedis;
      pings.scheduleAtFixedRate(
          subscription::pingWhenSubscribed, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
      try {
        jedis.psubscribe(subscription, pattern.getBytes(StandardCharsets.UTF_8));
      } finally {
        pings.shutdownNow();
      }
    } finally {
      connection = null;
      book.setConnected(false);
    }
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("celery-ping").unstarted(work);
  }

  private final class Subscription extends BinaryJedisPubSub {
    private final Runnable heard;

    Subscription(Runnable heard) {
      this.heard = heard;
    }

    @Override
    public void onPSubscribe(byte[] pattern, int subscribed) {
      book.setConnected(true);
      heard.run();
    }

    @Override
    public void onPMessage(byte[] pattern, byte[] channel, byte[] message) {
      book.take(() -> envelope.open(message));
    }

    void pingWhenSubscribed() {
      try {
        if (isSubscribed()) {
          ping();
        }
      } catch (JedisException _) {
        // the reading side notices too
      }
    }
  }

  @Override
  public void close() {
    var jedis = connection;
    if (jedis != null) {
      try {
        jedis.getConnection().forceDisconnect();
      } catch (IOException | JedisException _) {
        // it was broken already
      }
    }
  }
}
