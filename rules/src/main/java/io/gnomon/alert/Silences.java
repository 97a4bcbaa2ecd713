package io.gnomon.alert;

import io.gnomon.model.Labels;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/// All silences, expired ones too until their retention is over. Each change is in the journal
/// before it counts.
public final class Silences {
  public static final Duration RETENTION = Duration.ofHours(120);

  private final Journal journal;
  private final Map<String, Silence> byId = new ConcurrentSkipListMap<>();

  public Silences(Journal journal) {
    this.journal = journal;
  }

  /// Takes up what the journal remembers.
  public void restore(Collection<Entry> entries) {
    for (var entry : entries) {
      if (entry instanceof Entry.SilenceSet set) {
        byId.put(set.silence().id(), set.silence());
      }
    }
  }

  /// Makes a silence, or changes one. A silence that already mutes cannot begin or match otherwise:
  /// then the old one expires and a new one takes its place. Gives the id that counts now.
  public synchronized String set(Silence wanted, long now) {
    if (wanted.endsAt() <= now) {
      throw new IllegalArgumentException("expected a silence that ends in the future");
    }
    if (wanted.id().isEmpty()) {
      return save(wanted.named(UUID.randomUUID().toString(), now), now);
    }
    var old = find(wanted.id());
    if (mayBecome(old, wanted, now)) {
      return save(kept(old, wanted, now), now);
    }
    if (old.state(now) != Silence.State.EXPIRED) {
      save(old.expired(now), now);
    }
    return save(wanted.named(UUID.randomUUID().toString(), now), now);
  }

  public synchronized void expire(String id, long now) {
    var old = find(id);
    if (old.state(now) == Silence.State.EXPIRED) {
      throw new IllegalArgumentException("expected a silence that has not expired");
    }
    save(old.expired(now), now);
  }

  public Silence find(String id) {
    var found = byId.get(id);
    if (found == null) {
      throw new NoSuchElementException("no silence " + id);
    }
    return found;
  }

  public List<Silence> all(long now) {
    byId.values().removeIf(silence -> silence.endsAt() + RETENTION.toMillis() < now);
    return List.copyOf(byId.values());
  }

  /// The ids of those that mute these labels now.
  public List<String> muting(Labels labels, long now) {
    return byId.values().stream()
        .filter(silence -> silence.mutes(labels, now))
        .map(Silence::id)
        .toList();
  }

  private static boolean mayBecome(Silence old, Silence wanted, long now) {
    return old.matchers().equals(wanted.matchers())
        && switch (old.state(now)) {
          case ACTIVE -> wanted.startsAt() == old.startsAt();
          case PENDING -> wanted.startsAt() >= now;
          case EXPIRED -> false;
        };
  }

  private static Silence kept(Silence old, Silence wanted, long now) {
    return new Silence(
        old.id(),
        wanted.matchers(),
        wanted.startsAt(),
        wanted.endsAt(),
        now,
        wanted.createdBy(),
        wanted.comment());
  }

  private String save(Silence silence, long now) {
    journal.write(List.of(new Entry.SilenceSet(now, silence)));
    byId.put(silence.id(), silence);
    return silence.id();
  }
}
