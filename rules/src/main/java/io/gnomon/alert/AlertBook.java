package io.gnomon.alert;

import io.gnomon.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All alerts that somebody may have to be told of: those of rules, and those that came from
/// outside. A change is in the journal before anyone hears of it.
public final class AlertBook {
  private final JournalSink journal;
  private final Duration resolveTimeout;
  private final Labels externalLabels;
  private final Map<String, List<Entry.Changed>> remembered = new ConcurrentHashMap<>();
  private final Map<Labels, Page> pages = new ConcurrentHashMap<>();
  private final List<Consumer<List<Alert>>> listeners = new CopyOnWriteArrayList<>();
  private volatile long lastAlive;

  /// An alert as it was last told, and where it lives; one from outside lives nowhere. An outside
  /// alert without an end of its own is over at `until` when nobody repeats it.
  private record Page(Alert alert, @Nullable LiveAlert live, long until) {
    Page(Alert alert, @Nullable LiveAlert live) {
      this(alert, live, Long.MAX_VALUE);
    }

    Alert now() {
      return live == null || alert.endsAt() != 0 ? alert : live.current().labelled(alert.labels());
    }
  }

  /// One rule's alert that changed.
  public record Change(LiveAlert live, Entry.Changed entry) {}

  /// The external labels are added to what rules tell, where an alert has none of that name.
  public AlertBook(JournalSink journal, Duration resolveTimeout, Labels externalLabels) {
    this.journal = journal;
    this.resolveTimeout = resolveTimeout;
    this.externalLabels = externalLabels;
  }

  /// Takes up what the journal remembers, and until when evaluation went on.
  public void restore(Collection<Entry> entries, long alive) {
    lastAlive = alive;
    var changes = new HashMap<String, Entry.Changed>();
    for (var entry : entries) {
      lastAlive = Math.max(lastAlive, entry.at());
      switch (entry) {
        case Entry.Changed changed -> changes.put(changed.key(), changed);
        case Entry.Received received -> receive(received.at(), received.alert());
        default -> {}
      }
    }
    for (var changed : changes.values()) {
      remembered.computeIfAbsent(changed.rule(), _ -> new ArrayList<>()).add(changed);
      var alert = told(changed);
      if (alert != null) {
        pages.put(alert.labels(), new Page(alert, null));
      }
    }
  }

  /// The newest time of which the journal knows: evaluation went on until then at least.
  public long lastAlive() {
    return lastAlive;
  }

  /// What is remembered of a rule's alerts; the rule that asks takes them over.
  public List<Entry.Changed> takeOver(String rule) {
    var taken = remembered.remove(rule);
    return taken == null ? List.of() : taken;
  }

  /// Keeps alerts of a rule that stops for one that takes its place.
  public void handOver(List<Entry.Changed> alerts) {
    for (var alert : alerts) {
      remembered.computeIfAbsent(alert.rule(), _ -> new ArrayList<>()).add(alert);
    }
  }

  /// The alerts of rules that nobody took over: their rules are gone, so they are resolved.
  public void resolveOrphans(long now) {
    var orphans = new ArrayList<Entry.Changed>();
    remembered.values().forEach(list -> list.forEach(c -> orphans.add(gone(c, now))));
    remembered.clear();
    journal.write(orphans);
    tell(orphans.stream().map(this::told).filter(a -> a != null).toList());
  }

  private static Entry.Changed gone(Entry.Changed c, long now) {
    return new Entry.Changed(
        now,
        c.rule(),
        c.labels(),
        ended(c.state(), now),
        c.annotations(),
        c.reading(),
        c.generatorUrl(),
        c.definition());
  }

  /// The state of an alert whose rule went away.
  public static AlertState ended(AlertState state, long now) {
    return switch (state) {
      case AlertState.Firing(var activeAt, var firedAt, _) ->
          new AlertState.Resolved(activeAt, firedAt, now);
      case AlertState.Pending _, AlertState.Inactive _ -> AlertState.INACTIVE;
      case AlertState.Resolved resolved -> resolved;
    };
  }

  /// Writes the changes down, then tells of them.
  public void record(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    journal.write(changes.stream().map(Change::entry).toList());
    var told = new ArrayList<Alert>();
    for (var change : changes) {
      var alert = told(change.entry());
      if (alert != null) {
        pages.put(alert.labels(), new Page(alert, change.live()));
        told.add(alert);
      } else if (change.entry().state() instanceof AlertState.Inactive) {
        pages.remove(externalLabels.with(change.entry().labels()));
      }
    }
    listeners.forEach(listener -> listener.accept(told));
  }

  /// Says in the journal that evaluation goes on, for alerts that wait.
  public void alive(long now) {
    lastAlive = now;
    journal.alive(now);
  }

  /// Takes alerts from outside; those without an end are over after the resolve timeout.
  public void receive(List<Alert> alerts, long now) {
    journal.write(alerts.stream().map(alert -> new Entry.Received(now, alert)).toList());
    alerts.forEach(alert -> receive(now, alert));
    listeners.forEach(listener -> listener.accept(alerts));
  }

  private void receive(long now, Alert alert) {
    pages.put(alert.labels(), new Page(alert, null, now + resolveTimeout.toMillis()));
  }

  /// Ends outside alerts that nobody repeated in time, and forgets what was resolved long ago.
  public void expire(long now) {
    var ended = new ArrayList<Alert>();
    for (var page : pages.values()) {
      var alert = page.alert();
      if (alert.endsAt() == 0 && page.until() <= now) {
        ended.add(alert.endingAt(page.until()));
      } else if (alert.resolved(now - AlertState.RESOLVED_RETENTION.toMillis())) {
        pages.remove(alert.labels(), page);
      }
    }
    if (!ended.isEmpty()) {
      journal.write(ended.stream().map(alert -> new Entry.Received(now, alert)).toList());
      tell(ended);
    }
  }

  private void tell(List<Alert> alerts) {
    alerts.forEach(alert -> pages.put(alert.labels(), new Page(alert, null)));
    listeners.forEach(listener -> listener.accept(alerts));
  }

  /// Calls the listener with alerts that began or ended, from whatever thread brings them.
  public void listen(Consumer<List<Alert>> listener) {
    listeners.add(listener);
  }

  public void ignore(Consumer<List<Alert>> listener) {
    listeners.remove(listener);
  }

  /// All that fire or were resolved a short while ago, as they are now.
  public List<Alert> alerts() {
    return pages.values().stream().map(Page::now).toList();
  }

  /// The alert as it is now, or as given when nothing newer is known.
  public Alert refreshed(Alert alert) {
    var page = pages.get(alert.labels());
    return page == null || alert.endsAt() != 0 ? alert : page.now();
  }

  /// The alert that a change tells of; pending ones tell nobody.
  private @Nullable Alert told(Entry.Changed entry) {
    return switch (entry.state()) {
      case AlertState.Firing(_, var firedAt, _) -> alert(entry, firedAt, 0);
      case AlertState.Resolved(_, var firedAt, var at) -> alert(entry, firedAt, at);
      case AlertState.Inactive _, AlertState.Pending _ -> null;
    };
  }

  private Alert alert(Entry.Changed entry, long startsAt, long endsAt) {
    return new Alert(
        externalLabels.with(entry.labels()),
        entry.annotations(),
        startsAt,
        endsAt == 0 ? 0 : Math.max(startsAt, endsAt),
        entry.generatorUrl(),
        entry.reading());
  }
}
