package io.gnomon.notify;

import io.gnomon.alert.Alert;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Journal;
import io.gnomon.model.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Messages that no channel has confirmed yet: for each channel of each group the newest one, with
/// what the older ones told besides. They stand in the journal, so a restart goes on with them.
final class Outbox {
  private final Journal journal;
  private final Map<String, Message> byChannel = new LinkedHashMap<>();

  /// A message that waits for its next try.
  record Message(Entry.Notified row, int attempt, long nextAt) {
    boolean isFor(Integration integration) {
      return row.receiver().equals(integration.receiver())
          && row.integration() == integration.index();
    }

    /// Something critical fires.
    boolean isCritical() {
      return row.message().stream()
          .anyMatch(a -> !a.resolved(row.at()) && a.labels().get("severity").equals("critical"));
    }

    Notification notification() {
      return new Notification(
          row.receiver(),
          row.group(),
          row.groupLabels(),
          row.message(),
          row.reason(),
          row.at(),
          Long.toHexString(row.channel().hashCode()) + "-" + Long.toHexString(row.at()));
    }
  }

  /// One message that tells all alerts of many.
  static Notification digest(List<Message> messages, long now) {
    var alerts = messages.stream().flatMap(m -> m.row().message().stream()).distinct().toList();
    return new Notification(
        messages.getFirst().row().receiver(),
        "digest",
        Labels.EMPTY,
        alerts,
        "digest of " + messages.size() + " messages",
        now,
        "digest-" + Long.toHexString(messages.hashCode()));
  }

  Outbox(Journal journal) {
    this.journal = journal;
  }

  synchronized void restore(Collection<Entry> entries) {
    for (var entry : entries) {
      switch (entry) {
        case Entry.Notified row -> put(row);
        case Entry.Tried tried -> settle(tried);
        default -> {}
      }
    }
  }

  /// What a new message of the channel must tell besides its own alerts: those of a message that
  /// nobody received yet.
  synchronized List<Alert> withUnsent(String channel, List<Alert> alerts) {
    var waiting = byChannel.get(channel);
    if (waiting == null) {
      return alerts;
    }
    var all = new LinkedHashMap<Labels, Alert>();
    waiting.row().message().forEach(alert -> all.put(alert.labels(), alert));
    alerts.forEach(alert -> all.put(alert.labels(), alert));
    return List.copyOf(all.values());
  }

  synchronized void put(Entry.Notified row) {
    if (row.message().isEmpty()) {
      byChannel.remove(row.channel());
    } else {
      byChannel.put(row.channel(), new Message(row, 0, row.at()));
    }
  }

  synchronized List<Message> waiting(Integration integration) {
    return byChannel.values().stream()
        .filter(message -> message.isFor(integration))
        .sorted(Comparator.comparingLong(Message::nextAt))
        .toList();
  }

  synchronized List<Message> all() {
    return new ArrayList<>(byChannel.values());
  }

  /// Writes down what a channel answered; a message with a next try stays.
  void tried(Entry.Tried tried) {
    journal.write(List.of(tried));
    settle(tried);
  }

  private synchronized void settle(Entry.Tried tried) {
    var message = byChannel.get(tried.channel());
    if (message == null || message.row().at() != tried.message()) {
      return;
    }
    if (tried.nextAt() == 0) {
      byChannel.remove(tried.channel());
    } else {
      byChannel.put(tried.channel(), new Message(message.row(), tried.attempt(), tried.nextAt()));
    }
  }
}
