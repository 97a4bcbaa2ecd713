package io.gnomon.rules;

import io.gnomon.alert.Alert;
import io.gnomon.alert.AlertState;
import io.gnomon.alert.Entry;
import io.gnomon.alert.LiveAlert;
import io.gnomon.model.Labels;
import io.gnomon.store.Appender;

/// One alert of a rule: its state, and the numbers that change at every evaluation. Annotations are
/// rendered from the last value when somebody asks, so that a quiet evaluation renders nothing.
final class ActiveAlert implements LiveAlert {
  static final long NEVER = Long.MIN_VALUE;

  private final AlertRun owner;
  private volatile Labels source;
  private final Labels labels;
  private volatile AlertState state;
  private volatile double value;
  private double peak = Double.NaN;
  private volatile long seenAt = NEVER;
  private volatile Labels annotations = Labels.EMPTY;

  /// It comes from before a restart, and its data may not be there again yet.
  private boolean unconfirmed;

  private int pendingColumn = -1;
  private int firingColumn = -1;
  private int sinceColumn = -1;
  private int layout = -1;

  /// `source` are the labels of the series, `labels` those that the alert is known by.
  ActiveAlert(AlertRun owner, Labels source, Labels labels) {
    this.owner = owner;
    this.source = source;
    this.labels = labels;
    this.state = AlertState.INACTIVE;
  }

  static ActiveAlert remembered(AlertRun owner, Entry.Changed entry, AlertState state) {
    var alert = new ActiveAlert(owner, entry.labels(), entry.labels());
    alert.state = state;
    alert.value = entry.reading().value();
    alert.peak = entry.reading().peak();
    alert.annotations = entry.annotations();
    alert.unconfirmed = true;
    return alert;
  }

  /// The series it comes from now.
  void comesFrom(Labels series) {
    source = series;
  }

  /// True the first time at that slot.
  boolean see(double newValue, long time, boolean downwards) {
    boolean first = seenAt != time;
    seenAt = time;
    value = newValue;
    boolean farther = downwards ? newValue < peak : newValue > peak;
    if (Double.isNaN(peak) || farther || !state.isActive()) {
      peak = newValue;
    }
    unconfirmed = false;
    return first;
  }

  boolean seen(long time) {
    return seenAt == time;
  }

  boolean mayBeMissing(long time, long settledAt) {
    return unconfirmed && time < settledAt;
  }

  void enter(AlertState next) {
    if (state.isActive() || next.isActive()) {
      annotations = owner.annotations(source, value, seenAt, annotations);
    }
    state = next;
  }

  @Override
  public Labels labels() {
    return labels;
  }

  @Override
  public AlertState state() {
    return state;
  }

  double value() {
    return value;
  }

  /// While the expression answers they are as of now, after that as of the last answer.
  Labels annotations() {
    return seenAt == NEVER ? annotations : owner.annotations(source, value, seenAt, annotations);
  }

  Alert.Reading reading() {
    return new Alert.Reading(owner.rule().query(), value, peak);
  }

  @Override
  public Alert current() {
    var shown = annotations();
    return switch (state) {
      case AlertState.Pending(var since) -> alert(shown, since, 0);
      case AlertState.Firing(_, var firedAt, _) -> alert(shown, firedAt, 0);
      case AlertState.Resolved(_, var firedAt, var at) -> alert(annotations, firedAt, at);
      case AlertState.Inactive _ -> alert(annotations, 0, 0);
    };
  }

  private Alert alert(Labels shown, long startsAt, long endsAt) {
    return new Alert(labels, shown, startsAt, endsAt, owner.generatorUrl(), reading());
  }

  Entry.Changed changed(long time) {
    return new Entry.Changed(
        time,
        owner.key(),
        labels,
        state,
        annotations,
        reading(),
        owner.generatorUrl(),
        owner.rule().definition());
  }

  /// Puts `ALERTS` and `ALERTS_FOR_STATE` into the row of this slot.
  void append(Appender appender) {
    if (layout != appender.layout()) {
      layout = appender.layout();
      pendingColumn = -1;
      firingColumn = -1;
      sinceColumn = -1;
    }
    switch (state) {
      case AlertState.Pending pending -> {
        pendingColumn = pendingColumn < 0 ? column(appender, "pending") : pendingColumn;
        append(appender, pendingColumn, pending.activeAt());
      }
      case AlertState.Firing firing -> {
        firingColumn = firingColumn < 0 ? column(appender, "firing") : firingColumn;
        append(appender, firingColumn, firing.activeAt());
      }
      case AlertState.Inactive _, AlertState.Resolved _ -> {}
    }
  }

  private void append(Appender appender, int column, long activeAt) {
    if (sinceColumn < 0) {
      sinceColumn = appender.column(labels.with(Labels.NAME, "ALERTS_FOR_STATE"));
    }
    appender.put(column, 1);
    appender.put(sinceColumn, activeAt / 1000);
  }

  private int column(Appender appender, String state) {
    return appender.column(labels.with(Labels.NAME, "ALERTS").with("alertstate", state));
  }
}
