package io.gnomon.collect.celery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ScanParams;

/// The queues Celery has bound to its exchanges. They stay when all workers are gone, so a queue
/// that nobody consumes is found here and nowhere else. Looked for seldom, and not among very many
/// keys.
final class RedisBindings {
  private static final long EVERY_NANOS = Duration.ofMinutes(5).toNanos();
  private static final long MOST_KEYS = 100_000;
  private static final int MOST_QUEUES = 1000;

  private final String prefix;
  private final LongSupplier nanoClock;
  private Set<String> queues = Set.of();
  private List<String> warnings = List.of();
  private long looked;
  private boolean hasLooked;

  RedisBindings(String prefix, LongSupplier nanoClock) {
    this.prefix = prefix;
    this.nanoClock = nanoClock;
  }

  Set<String> queues(Jedis jedis) {
    long now = nanoClock.getAsLong();
    if (!hasLooked || now - looked >= EVERY_NANOS) {
      look(jedis);
      looked = now;
      hasLooked = true;
    }
    return queues;
  }

  List<String> warnings() {
    return warnings;
  }

  private void look(Jedis jedis) {
    try {
      long keys = jedis.dbSize();
      warnings = keys < MOST_KEYS ? List.of() : List.of(tooMany(keys));
      queues = keys < MOST_KEYS ? scan(jedis) : queues;
    } catch (JedisDataException e) {
      warnings =
          List.of(
              "queues without consumers are not found, the server refuses to list bindings: grant"
                  + " +scan +smembers +dbsize %R~* ("
                  + e.getMessage()
                  + ")");
    }
  }

  private static String tooMany(long keys) {
    return "queues without consumers are not looked for among "
        + keys
        + " keys: name yours under queues";
  }

  private Set<String> scan(Jedis jedis) {
    var found = new HashSet<String>();
    var wanted = new ScanParams().match(prefix + "_kombu.binding.*").count(1000);
    var cursor = ScanParams.SCAN_POINTER_START;
    do {
      var page = jedis.scan(cursor, wanted);
      page.getResult().stream().filter(this::isOfTasks).forEach(key -> add(jedis, key, found));
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return found;
  }

  private boolean isOfTasks(String key) {
    var exchange = key.substring((prefix + "_kombu.binding.").length());
    return !exchange.equals("celeryev")
        && !exchange.endsWith(".pidbox")
        && !exchange.startsWith("reply.");
  }

  /// A member is `routing key, pattern, queue`.
  private static void add(Jedis jedis, String key, Set<String> found) {
    for (var member : jedis.smembers(key)) {
      int last = member.lastIndexOf(RedisBroker.SEPARATOR);
      if (last >= 0 && found.size() < MOST_QUEUES) {
        found.add(member.substring(last + RedisBroker.SEPARATOR.length()));
      }
    }
  }
}
