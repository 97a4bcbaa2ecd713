package io.gnomon.web.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Slows down who guesses passwords: so many wrong ones in a while, for a name and for an address,
/// and no more.
final class Throttle {
  static final int MOST = 10;
  static final Duration WHILE = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 10_000;

  private record Failures(int count, long since) {}

  private final InstantSource clock;
  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  boolean refuses(String key) {
    var seen = failures.get(key);
    return seen != null && seen.count() >= MOST && !isOld(seen);
  }

  void failed(String key) {
    if (failures.size() >= MOST_KEPT) {
      failures.values().removeIf(this::isOld);
    }
    failures.merge(
        key,
        new Failures(1, clock.millis()),
        (old, first) -> isOld(old) ? first : new Failures(old.count() + 1, old.since()));
  }

  void succeeded(String key) {
    failures.remove(key);
  }

  private boolean isOld(Failures seen) {
    return clock.millis() - seen.since() > WHILE.toMillis();
  }
}
