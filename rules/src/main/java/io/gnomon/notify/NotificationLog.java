package io.gnomon.notify;

import io.gnomon.alert.Entry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each channel was last told of each group, and from that: must it be told again?
final class NotificationLog {
  static final Duration RETENTION = Duration.ofHours(120);

  private final Map<String, Entry.Notified> byChannel = new HashMap<>();

  void restore(Collection<Entry> entries) {
    for (var entry : entries) {
      if (entry instanceof Entry.Notified notified) {
        put(notified);
      }
    }
  }

  void put(Entry.Notified notified) {
    byChannel.put(notified.channel(), notified);
  }

  Entry.@Nullable Notified get(String channel, long now) {
    byChannel.values().removeIf(entry -> entry.expiresAt() < now);
    return byChannel.get(channel);
  }

  static long expiry(long now, Duration repeat) {
    return now + Math.min(RETENTION.toMillis(), 2 * repeat.toMillis());
  }

  /// Why the channel must be told, in Alertmanager's order of questions, or why not.
  static Need need(
      Entry.@Nullable Notified last,
      List<Long> firing,
      List<Long> resolved,
      boolean sendResolved,
      long now,
      Duration repeat) {
    if (last == null) {
      return firing.isEmpty() ? Need.NOTHING_WAS_TOLD : Need.FIRST;
    }
    if (!new HashSet<>(last.firing()).containsAll(firing)) {
      return last.firing().isEmpty() ? Need.FIRST : Need.NEW_ALERTS;
    }
    if (firing.isEmpty()) {
      return last.firing().isEmpty() ? Need.ALREADY_TOLD : Need.ALL_RESOLVED;
    }
    if (sendResolved && !new HashSet<>(last.resolved()).containsAll(resolved)) {
      return Need.SOME_RESOLVED;
    }
    return last.at() <= now - repeat.toMillis() ? Need.REPEAT : Need.ALREADY_TOLD;
  }

  /// The answer, in words that the timeline of an alert shows.
  enum Need {
    FIRST("first notification", true),
    NEW_ALERTS("new alerts in the group", true),
    ALL_RESOLVED("all alerts of the group are resolved", true),
    SOME_RESOLVED("some alerts of the group are resolved", true),
    REPEAT("repeat interval is over", true),
    ACKNOWLEDGED("somebody takes care, so nobody is reminded", false),
    ALREADY_TOLD("told before, and the repeat interval is not over", false),
    NOTHING_WAS_TOLD("resolved before it was ever told", false);

    private final String words;
    private final boolean tell;

    Need(String words, boolean tell) {
      this.words = words;
      this.tell = tell;
    }

    String words() {
      return words;
    }

    boolean tell() {
      return tell;
    }
  }
}
