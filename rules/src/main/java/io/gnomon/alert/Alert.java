package io.gnomon.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gnomon.model.Labels;

/// An alert as those who are told see it. Times are milliseconds since the epoch; `endsAt` is 0
/// while nobody knows an end. Identity is the labels.
public record Alert(
    Labels labels,
    Labels annotations,
    long startsAt,
    long endsAt,
    String generatorUrl,
    Reading reading) {

  /// What the expression said: its text, the last value and the farthest one.
  public record Reading(String expr, double value, double peak) {
    public static final Reading NONE = new Reading("", Double.NaN, Double.NaN);
  }

  public Alert {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("expected an alert with at least one label");
    }
    if (endsAt != 0 && endsAt < startsAt) {
      throw new IllegalArgumentException("expected an alert that ends after it starts");
    }
  }

  public boolean resolved(long now) {
    return endsAt != 0 && endsAt <= now;
  }

  public String name() {
    return labels.get("alertname");
  }

  @JsonIgnore
  public long id() {
    return Fingerprint.of(labels);
  }

  public String fingerprint() {
    return Fingerprint.text(labels);
  }

  public Alert labelled(Labels other) {
    return new Alert(other, annotations, startsAt, endsAt, generatorUrl, reading);
  }

  public Alert endingAt(long time) {
    return new Alert(
        labels, annotations, startsAt, Math.max(time, startsAt), generatorUrl, reading);
  }
}
