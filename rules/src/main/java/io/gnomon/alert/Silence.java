package io.gnomon.alert;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.List;

/// Alerts that match all matchers tell nobody from `startsAt` to `endsAt`.
public record Silence(
    String id,
    List<Matcher> matchers,
    long startsAt,
    long endsAt,
    long updatedAt,
    String createdBy,
    String comment) {

  public enum State {
    PENDING,
    ACTIVE,
    EXPIRED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Silence {
    if (matchers.isEmpty()) {
      throw new IllegalArgumentException("expected at least one matcher");
    }
    if (matchers.stream().allMatch(matcher -> matcher.test(""))) {
      throw new IllegalArgumentException(
          "expected at least one matcher that does not match the empty string");
    }
    if (endsAt < startsAt) {
      throw new IllegalArgumentException("expected a silence that ends after it starts");
    }
  }

  public State state(long now) {
    if (now < startsAt) {
      return State.PENDING;
    }
    return now < endsAt ? State.ACTIVE : State.EXPIRED;
  }

  public boolean mutes(Labels labels, long now) {
    return state(now) == State.ACTIVE && MatcherText.all(matchers, labels);
  }

  public Silence expired(long now) {
    return new Silence(id, matchers, Math.min(startsAt, now), now, now, createdBy, comment);
  }

  Silence named(String id, long now) {
    return new Silence(id, matchers, Math.max(startsAt, now), endsAt, now, createdBy, comment);
  }
}
