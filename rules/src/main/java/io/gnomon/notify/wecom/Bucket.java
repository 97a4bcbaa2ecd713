package io.gnomon.notify.wecom;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// At most so many messages in any minute.
final class Bucket {
  private static final long MINUTE = 60_000;

  private final int most;
  private final InstantSource clock;
  private final Deque<Long> sent = new ArrayDeque<>();

  Bucket(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  /// Counts one message: 0 when it may be sent now, else how many milliseconds to wait.
  synchronized long take() {
    long now = clock.millis();
    forget(now);
    if (sent.size() >= most) {
      return Math.max(1, sent.getFirst() + MINUTE - now);
    }
    sent.addLast(now);
    return 0;
  }

  synchronized int left() {
    forget(clock.millis());
    return most - sent.size();
  }

  /// Counts what was sent before a restart.
  synchronized void count(int messages) {
    for (int i = 0; i < Math.min(messages, most); i++) {
      sent.addLast(clock.millis());
    }
  }

  /// A clock that was set back must not lock the bucket.
  private void forget(long now) {
    sent.removeIf(time -> time <= now - MINUTE || time > now);
  }
}
