package io.gnomon.notify;

import io.gnomon.alert.Alert;
import io.gnomon.alert.Inhibition;
import io.gnomon.alert.Silences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which alerts of a group may be told at this flush, in Alertmanager's order: inhibition, active
/// times, mute times, silences.
record Muting(
    Inhibition inhibition,
    Silences silences,
    Map<String, TimeIntervalConfig> intervals,
    Decisions decisions) {

  List<Alert> pass(AlertGroup group, List<Alert> alerts, long now) {
    var passed = new ArrayList<Alert>();
    for (var alert : alerts) {
      var by = inhibition.inhibiting(alert.labels());
      if (by.isEmpty()) {
        passed.add(alert);
      } else {
        mute(group, alert, "inhibited by " + String.join(", ", by), now);
      }
    }
    var closed = closed(group.route(), now);
    if (!closed.isEmpty()) {
      passed.forEach(alert -> mute(group, alert, closed, now));
      return List.of();
    }
    passed.removeIf(alert -> silenced(group, alert, now));
    return passed;
  }

  private boolean silenced(AlertGroup group, Alert alert, long now) {
    var by = silences.muting(alert.labels(), now);
    if (!by.isEmpty()) {
      mute(group, alert, "silenced by " + String.join(", ", by), now);
    }
    return !by.isEmpty();
  }

  /// Why the route tells nobody at this time; empty when it does.
  private String closed(Route route, long now) {
    if (!route.active().isEmpty() && route.active().stream().noneMatch(name -> in(name, now))) {
      return "outside of the active times " + String.join(", ", route.active());
    }
    return route.mute().stream()
        .filter(name -> in(name, now))
        .findFirst()
        .map(name -> "muted by the time interval " + name)
        .orElse("");
  }

  private boolean in(String interval, long now) {
    var config = intervals.get(interval);
    return config != null && config.contains(now);
  }

  private void mute(AlertGroup group, Alert alert, String reason, long now) {
    decisions.decided(group.key() + " " + alert.fingerprint(), List.of(alert), reason, now);
  }
}
