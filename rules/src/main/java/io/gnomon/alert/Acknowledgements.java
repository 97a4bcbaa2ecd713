package io.gnomon.alert;

import io.gnomon.model.Labels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who takes care of which alert. While somebody does, nobody is reminded of it; it ends with the
/// alert.
public final class Acknowledgements {
  private final JournalSink journal;
  private final Map<Labels, Entry.Acknowledged> byAlert = new ConcurrentHashMap<>();

  public Acknowledgements(JournalSink journal) {
    this.journal = journal;
  }

  /// Takes up those of alerts that have fired on since.
  public void restore(Collection<Entry> entries, Collection<Alert> alerts) {
    for (var entry : entries) {
      if (entry instanceof Entry.Acknowledged ack && stillFires(ack, alerts)) {
        byAlert.put(ack.labels(), ack);
      }
    }
  }

  private static boolean stillFires(Entry.Acknowledged ack, Collection<Alert> alerts) {
    return alerts.stream()
        .anyMatch(alert ->
            alert.labels().equals(ack.labels())
                && alert.endsAt() == 0
                && alert.startsAt() <= ack.at());
  }

  public void acknowledge(Labels alert, String by, String comment, long now) {
    var ack = new Entry.Acknowledged(now, alert, by, comment);
    journal.write(List.of(ack));
    byAlert.put(alert, ack);
  }

  public Optional<Entry.Acknowledged> of(Labels alert) {
    return Optional.ofNullable(byAlert.get(alert));
  }

  /// Forgets those of alerts that ended.
  public void follow(Collection<Alert> alerts) {
    for (var alert : alerts) {
      if (alert.endsAt() != 0) {
        byAlert.remove(alert.labels());
      }
    }
  }
}
