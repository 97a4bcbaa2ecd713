package io.gnomon.web.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is logged in, by the random token in their cookie. Kept in memory: a restart logs everybody
/// out.
final class Sessions {
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST = 10_000;

  private record Session(Identity identity, long began, long used) {
    boolean isOver(long now) {
      return now - used > IDLE.toMillis() || now - began > LONGEST.toMillis();
    }
  }

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> byToken = new ConcurrentHashMap<>();

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /// A new session; gives its token.
  String begin(Identity identity) {
    long now = clock.millis();
    if (byToken.size() >= MOST) {
      byToken.values().removeIf(session -> session.isOver(now));
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byToken.put(token, new Session(identity, now, now));
    return token;
  }

  Optional<Identity> find(String token) {
    long now = clock.millis();
    var session =
        byToken.computeIfPresent(
            token,
            (_, old) -> old.isOver(now) ? null : new Session(old.identity(), old.began(), now));
    return session == null ? Optional.empty() : Optional.of(session.identity());
  }

  void end(String token) {
    byToken.remove(token);
  }
}
