package io.gnomon.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The life of one alert as the journal has it: every decision, so that "why was (no) message sent"
/// has an answer.
public final class Timeline {
  private final Alert alert;
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> messages = new HashSet<>();

  public enum Kind {
    STATE,
    RECEIVED,
    TOLD,
    ANSWERED,
    NOT_TOLD,
    SILENCED,
    ACKNOWLEDGED
  }

  /// `who` is the receiver, channel or person it concerns, empty when there is none; `next` is the
  /// time of the next try, 0 when there is none.
  public record Line(long at, Kind kind, String who, String what, long next) {}

  private Timeline(Alert alert) {
    this.alert = alert;
  }

  /// Oldest first.
  public static List<Line> of(Alert alert, List<Entry> entries) {
    var timeline = new Timeline(alert);
    entries.forEach(timeline::read);
    return List.copyOf(timeline.lines);
  }

  private void read(Entry entry) {
    switch (entry) {
      case Entry.Changed changed -> changed(changed);
      case Entry.Received received when received.alert().labels().equals(alert.labels()) ->
          add(entry, Kind.RECEIVED, "", received.alert().endsAt() == 0 ? "firing" : "resolved", 0);
      case Entry.Received _ -> {}
      case Entry.Notified notified -> notified(notified);
      case Entry.Tried tried -> tried(tried);
      case Entry.Decided decided when decided.alerts().contains(alert.id()) ->
          add(entry, Kind.NOT_TOLD, "", decided.reason(), 0);
      case Entry.Decided _ -> {}
      case Entry.SilenceSet set -> silence(set);
      case Entry.Acknowledged ack when ack.labels().equals(alert.labels()) ->
          add(entry, Kind.ACKNOWLEDGED, ack.by(), ack.comment(), 0);
      case Entry.Acknowledged _ -> {}
    }
  }

  /// External labels stand on the alert and not on the rule's own.
  private void changed(Entry.Changed changed) {
    if (alert.labels().with(changed.labels()).equals(alert.labels())) {
      var resolved = changed.state() instanceof AlertState.Resolved;
      add(changed, Kind.STATE, "", resolved ? "resolved" : changed.state().word(), 0);
    }
  }

  private void notified(Entry.Notified notified) {
    boolean concerns =
        notified.firing().contains(alert.id()) || notified.resolved().contains(alert.id());
    if (concerns && !notified.message().isEmpty()) {
      messages.add(notified.channel() + " " + notified.at());
      add(notified, Kind.TOLD, notified.receiver(), notified.reason(), 0);
    }
  }

  private void tried(Entry.Tried tried) {
    if (messages.contains(tried.channel() + " " + tried.message())) {
      var channel = tried.channel().substring(tried.channel().lastIndexOf(' ') + 1);
      add(tried, Kind.ANSWERED, channel, tried.answer(), tried.nextAt());
    }
  }

  private void silence(Entry.SilenceSet set) {
    var silence = set.silence();
    if (MatcherText.all(silence.matchers(), alert.labels())) {
      add(set, Kind.SILENCED, silence.createdBy(), silence.comment(), silence.endsAt());
    }
  }

  private void add(Entry entry, Kind kind, String who, String what, long next) {
    lines.add(new Line(entry.at(), kind, who, what, next));
  }
}
