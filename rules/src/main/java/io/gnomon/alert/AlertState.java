package io.gnomon.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/// Where one alert is in its life; what comes next depends on nothing but this, on whether its
/// expression answers now, and on the time. Times are milliseconds since the epoch. A state that
/// does not change is the same object, so that a quiet evaluation allocates nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AlertState.Inactive.class, name = "inactive"),
  @JsonSubTypes.Type(value = AlertState.Pending.class, name = "pending"),
  @JsonSubTypes.Type(value = AlertState.Firing.class, name = "firing"),
  @JsonSubTypes.Type(value = AlertState.Resolved.class, name = "resolved")
})
public sealed interface AlertState {
  AlertState INACTIVE = new Inactive();

  /// How long a resolved alert is remembered.
  Duration RESOLVED_RETENTION = Duration.ofMinutes(15);

  record Inactive() implements AlertState {}

  /// The expression answers, but not yet for as long as the rule's `for`.
  record Pending(long activeAt) implements AlertState {
    AlertState hold(long now, Hold hold) {
      return now - activeAt >= hold.before() ? new Firing(activeAt, now, 0) : this;
    }
  }

  /// The expression has answered for long enough. From `quietSince` on (0 when it answers) it does
  /// not, and only `keep_firing_for` holds the alert.
  record Firing(long activeAt, long firedAt, long quietSince) implements AlertState {
    /// A rule whose `for` was lengthened takes back an alert that is younger.
    AlertState confirm(long now, Hold hold) {
      if (now - activeAt < hold.before()) {
        return new Pending(activeAt);
      }
      return quietSince == 0 ? this : new Firing(activeAt, firedAt, 0);
    }

    AlertState quiet(long now, Hold hold) {
      long since = quietSince == 0 ? now : quietSince;
      if (now - since >= hold.after()) {
        return new Resolved(activeAt, firedAt, now);
      }
      return quietSince == 0 ? new Firing(activeAt, firedAt, now) : this;
    }
  }

  record Resolved(long activeAt, long firedAt, long resolvedAt) implements AlertState {}

  /// A rule's `for` and `keep_firing_for`, in milliseconds.
  record Hold(long before, long after) {}

  default AlertState next(boolean seen, long now, Hold hold) {
    return switch (this) {
      case Inactive _ -> seen ? new Pending(now).hold(now, hold) : this;
      case Pending pending -> seen ? pending.hold(now, hold) : INACTIVE;
      case Firing firing -> seen ? firing.confirm(now, hold) : firing.quiet(now, hold);
      case Resolved _ when seen -> new Pending(now).hold(now, hold);
      case Resolved(_, _, var at) -> now - at > RESOLVED_RETENTION.toMillis() ? INACTIVE : this;
    };
  }

  default boolean isActive() {
    return this instanceof Pending || this instanceof Firing;
  }

  /// The word in Prometheus's API and in `alertstate`.
  default String word() {
    return switch (this) {
      case Pending _ -> "pending";
      case Firing _ -> "firing";
      case Inactive _, Resolved _ -> "inactive";
    };
  }
}
