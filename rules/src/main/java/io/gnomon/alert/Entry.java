package io.gnomon.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gnomon.model.Labels;
import java.util.List;

/// One fact in the journal. What must survive a restart is the replay of all of them: of those with
/// the same key the newest counts.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Changed.class, name = "alert"),
  @JsonSubTypes.Type(value = Entry.Received.class, name = "received"),
  @JsonSubTypes.Type(value = Entry.Notified.class, name = "notified"),
  @JsonSubTypes.Type(value = Entry.Tried.class, name = "tried"),
  @JsonSubTypes.Type(value = Entry.Decided.class, name = "decided"),
  @JsonSubTypes.Type(value = Entry.SilenceSet.class, name = "silence"),
  @JsonSubTypes.Type(value = Entry.Acknowledged.class, name = "acknowledged")
})
public sealed interface Entry {
  /// When it happened, in milliseconds since the epoch.
  long at();

  /// What it is about; a later entry with the same key takes its place.
  String key();

  /// True when nothing after that time depends on it: it is history only.
  default boolean overBy(long time) {
    return true;
  }

  /// An alert of a rule changed its state. `definition` tells whether the rule is still the same.
  record Changed(
      long at,
      String rule,
      Labels labels,
      AlertState state,
      Labels annotations,
      Alert.Reading reading,
      String generatorUrl,
      int definition)
      implements Entry {
    @Override
    public String key() {
      return "alert " + rule + labels;
    }

    @Override
    public boolean overBy(long time) {
      return !state.isActive();
    }
  }

  /// An alert that came from outside.
  record Received(long at, Alert alert) implements Entry {
    @Override
    public String key() {
      return "received " + alert.labels();
    }

    @Override
    public boolean overBy(long time) {
      return alert.resolved(time);
    }
  }

  /// A group was told, in the sense that the message stands in the outbox: the notification log and
  /// the outbox in one. `message` is empty when only the log needed to know.
  record Notified(
      long at,
      String group,
      String receiver,
      int integration,
      Labels groupLabels,
      String reason,
      List<Long> firing,
      List<Long> resolved,
      long expiresAt,
      List<Alert> message)
      implements Entry {
    @Override
    public String key() {
      return "notified " + channel();
    }

    @Override
    public boolean overBy(long time) {
      return expiresAt < time;
    }

    public String channel() {
      return group + " " + receiver + "/" + integration;
    }
  }

  /// What a channel answered to the message of that channel and time; `nextAt` is 0 when the
  /// message is done with.
  record Tried(long at, String channel, long message, int attempt, String answer, long nextAt)
      implements Entry {
    @Override
    public String key() {
      return "tried " + channel;
    }
  }

  /// Why alerts of a group were told or not told.
  record Decided(long at, String channel, List<Long> alerts, String reason) implements Entry {
    @Override
    public String key() {
      return "decided " + channel;
    }
  }

  record SilenceSet(long at, Silence silence) implements Entry {
    @Override
    public String key() {
      return "silence " + silence.id();
    }

    @Override
    public boolean overBy(long time) {
      return silence.endsAt() < time;
    }
  }

  /// Somebody takes care of an alert.
  record Acknowledged(long at, Labels labels, String by, String comment) implements Entry {
    @Override
    public String key() {
      return "acknowledged " + labels;
    }
  }
}
