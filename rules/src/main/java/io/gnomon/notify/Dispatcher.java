package io.gnomon.notify;

import io.gnomon.alert.Acknowledgements;
import io.gnomon.alert.Alert;
import io.gnomon.alert.AlertBook;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Inhibition;
import io.gnomon.alert.Journal;
import io.gnomon.alert.Silences;
import io.gnomon.model.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Decides who is told what and when: route, group, wait, inhibit, mute, silence, deduplicate; what
/// is to be told goes into the outbox. It has no thread and no clock of its own: alerts are
/// `offer`ed, and `flush` is called when it said.
public final class Dispatcher {
  private final Route root;
  private final NotifyConfig config;
  private final Map<String, List<Integration>> integrations;
  private final Map<String, TimeIntervalConfig> intervals;
  private final AlertBook book;
  private final Silences silences;
  private final Acknowledgements acknowledgements;
  private final Journal journal;
  private final Outbox outbox;
  private final Decisions decisions;
  private final NotificationLog log = new NotificationLog();
  private final Map<String, AlertGroup> groups = new LinkedHashMap<>();

  Dispatcher(
      NotifyConfig config,
      List<Integration> integrations,
      AlertBook book,
      Silences silences,
      Acknowledgements acknowledgements,
      Journal journal,
      Outbox outbox) {
    this.root = config.root();
    this.config = config;
    this.integrations = integrations.stream().collect(Collectors.groupingBy(Integration::receiver));
    this.intervals =
        config.timeIntervals().stream()
            .collect(Collectors.toMap(TimeIntervalConfig::name, interval -> interval));
    this.book = book;
    this.silences = silences;
    this.acknowledgements = acknowledgements;
    this.journal = journal;
    this.outbox = outbox;
    this.decisions = new Decisions(journal);
  }

  synchronized void restore(Collection<Entry> entries) {
    log.restore(entries);
  }

  /// Puts alerts into their groups.
  synchronized void offer(List<Alert> alerts, long now) {
    for (var alert : alerts) {
      for (var route : root.match(alert.labels())) {
        offer(alert, route, now);
      }
    }
  }

  private void offer(Alert alert, Route route, long now) {
    var labels = route.groupLabels(alert.labels());
    var key = AlertGroup.key(route, labels);
    groups.computeIfAbsent(key, _ -> new AlertGroup(route, labels, now)).put(alert, now);
  }

  /// Flushes the groups that are due and gives the time of the next flush.
  synchronized long flush(long now) {
    var due = groups.values().stream().filter(group -> group.due(now)).toList();
    if (!due.isEmpty()) {
      var inhibition = new Inhibition(config.inhibitRules(), book.alerts(), now);
      due.forEach(group -> flush(group, inhibition, now));
      groups.values().removeIf(AlertGroup::isEmpty);
    }
    return groups.values().stream().mapToLong(AlertGroup::nextFlush).min().orElse(Long.MAX_VALUE);
  }

  private void flush(AlertGroup group, Inhibition inhibition, long now) {
    var alerts = group.sorted();
    group.flushed(now);
    var told = new Muting(inhibition, silences, intervals, decisions).pass(group, alerts, now);
    if (!told.isEmpty()) {
      var fresh = told.stream().map(book::refreshed).toList();
      for (var integration : integrations.getOrDefault(group.route().receiver(), List.of())) {
        notify(group, integration, fresh, now);
      }
    }
    group.forget(alerts, now);
  }

  private void notify(AlertGroup group, Integration integration, List<Alert> alerts, long now) {
    var firing = alerts.stream().filter(a -> !a.resolved(now)).map(Alert::id).toList();
    var resolved = alerts.stream().filter(a -> a.resolved(now)).map(Alert::id).toList();
    var repeat = group.route().repeatInterval();
    var channel = integration.channel(group.key());
    var need =
        held(
            NotificationLog.need(
                log.get(channel, now), firing, resolved, integration.sendResolved(), now, repeat),
            alerts);
    decisions.decided(channel, alerts, need.words(), now);
    boolean held = need == NotificationLog.Need.ACKNOWLEDGED;
    if (!need.tell() && !held) {
      return;
    }
    var row =
        new Entry.Notified(
            now,
            group.key(),
            integration.receiver(),
            integration.index(),
            group.labels(),
            need.words(),
            firing,
            resolved,
            NotificationLog.expiry(now, repeat),
            outbox.withUnsent(channel, held ? List.of() : message(integration, alerts, now)));
    journal.write(List.of(row));
    log.put(row);
    outbox.put(row);
  }

  /// Nobody is reminded of alerts that somebody takes care of.
  private NotificationLog.Need held(NotificationLog.Need need, List<Alert> alerts) {
    boolean all =
        alerts.stream()
            .allMatch(a -> a.endsAt() != 0 || acknowledgements.of(a.labels()).isPresent());
    return need == NotificationLog.Need.REPEAT && all ? NotificationLog.Need.ACKNOWLEDGED : need;
  }

  /// A channel that does not want to hear of ends hears of the alerts that fire only.
  private static List<Alert> message(Integration integration, List<Alert> alerts, long now) {
    return integration.sendResolved()
        ? alerts
        : alerts.stream().filter(alert -> !alert.resolved(now)).toList();
  }

  /// The groups there are, with the alerts in each.
  synchronized List<Group> groups() {
    return groups.values().stream()
        .map(group -> new Group(group.route().receiver(), group.labels(), group.sorted()))
        .toList();
  }

  public record Group(String receiver, Labels labels, List<Alert> alerts) {}
}
