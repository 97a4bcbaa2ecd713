package io.gnomon.notify;

import io.gnomon.alert.Alert;
import io.gnomon.model.Labels;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Alerts that are told together: of one route, with the same values of its `group_by` labels.
final class AlertGroup {
  private static final Comparator<Alert> ORDER =
      Comparator.comparing(Alert::labels, AlertGroup::byJobAndInstance);

  private final Route route;
  private final Labels labels;
  private final Map<Labels, Alert> alerts = new HashMap<>();
  private long nextFlush;
  private boolean flushed;

  AlertGroup(Route route, Labels labels, long now) {
    this.route = route;
    this.labels = labels;
    this.nextFlush = now + route.groupWait().toMillis();
  }

  static String key(Route route, Labels labels) {
    return route.key() + ":" + labels;
  }

  String key() {
    return key(route, labels);
  }

  /// An alert that began long enough ago to have waited already is told at once: so it is after a
  /// restart.
  void put(Alert alert, long now) {
    alerts.put(alert.labels(), alert);
    if (!flushed && alert.startsAt() + route.groupWait().toMillis() < now) {
      nextFlush = Math.min(nextFlush, now);
    }
  }

  boolean due(long now) {
    return nextFlush <= now;
  }

  void flushed(long now) {
    flushed = true;
    nextFlush = now + route.groupInterval().toMillis();
  }

  /// Lets go of alerts that were resolved when this flush looked at them.
  void forget(List<Alert> told, long now) {
    for (var alert : told) {
      if (alert.resolved(now)) {
        alerts.remove(alert.labels(), alert);
      }
    }
  }

  /// In Alertmanager's order: by job and instance first, then by all labels.
  List<Alert> sorted() {
    return alerts.values().stream().sorted(ORDER).toList();
  }

  private static int byJobAndInstance(Labels a, Labels b) {
    int job = a.get("job").compareTo(b.get("job"));
    int instance = job != 0 ? job : a.get("instance").compareTo(b.get("instance"));
    return instance != 0 ? instance : a.compareTo(b);
  }

  boolean isEmpty() {
    return alerts.isEmpty();
  }

  Route route() {
    return route;
  }

  Labels labels() {
    return labels;
  }

  long nextFlush() {
    return nextFlush;
  }
}
