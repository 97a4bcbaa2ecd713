package io.gnomon.notify.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gnomon.alert.Alert;
import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An alert as the API gives it.
public record AlertJson(
    Map<String, String> annotations,
    String endsAt,
    String fingerprint,
    List<Named> receivers,
    String startsAt,
    Status status,
    String updatedAt,
    @JsonProperty("generatorURL") String generatorUrl,
    Map<String, String> labels) {

  public record Named(String name) {}

  /// `state` is active or suppressed.
  public record Status(
      List<String> inhibitedBy, List<String> silencedBy, List<String> mutedBy, String state) {
    static Status of(List<String> inhibitedBy, List<String> silencedBy) {
      boolean free = inhibitedBy.isEmpty() && silencedBy.isEmpty();
      return new Status(inhibitedBy, silencedBy, List.of(), free ? "active" : "suppressed");
    }
  }

  /// An alert as the API takes it, and as webhooks carry it.
  public record Posted(
      @Nullable Map<String, String> labels,
      @Nullable Map<String, String> annotations,
      @Nullable String startsAt,
      @Nullable String endsAt,
      @JsonProperty("generatorURL") @Nullable String generatorUrl) {
    private static final int LONGEST_VALUE = 4096;
    private static final int MOST_LABELS = 64;

    Alert alert(long now) {
      long starts = Times.parse("startsAt", startsAt);
      long ends = Times.parse("endsAt", endsAt);
      long begin = starts == 0 ? (ends == 0 ? now : Math.min(now, ends)) : starts;
      return new Alert(
          checked(labels),
          annotations == null ? Labels.EMPTY : bounded(annotations),
          begin,
          ends,
          link(generatorUrl),
          Alert.Reading.NONE);
    }

    private static Labels checked(@Nullable Map<String, String> labels) {
      if (labels == null || labels.isEmpty()) {
        throw new IllegalArgumentException("expected an alert with at least one label");
      }
      for (var name : labels.keySet()) {
        if (!LabelText.isLabelName(name)) {
          throw new IllegalArgumentException("expected a label name, got " + LabelText.quote(name));
        }
      }
      return bounded(labels);
    }

    private static Labels bounded(Map<String, String> map) {
      if (map.size() > MOST_LABELS) {
        throw new IllegalArgumentException("expected at most " + MOST_LABELS + " labels");
      }
      var cut = new java.util.TreeMap<String, String>();
      map.forEach((name, value) -> cut.put(name, cut(value)));
      return Labels.of(cut);
    }

    private static String cut(String value) {
      return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE - 1) + "…" : value;
    }

    /// Whoever posts is a stranger: only links to web pages pass.
    private static String link(@Nullable String url) {
      return url != null && url.matches("(?i)https?://\\S+") ? url : "";
    }
  }
}
