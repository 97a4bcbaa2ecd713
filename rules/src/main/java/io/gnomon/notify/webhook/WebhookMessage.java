package io.gnomon.notify.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gnomon.alert.Alert;
import io.gnomon.notify.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// Alertmanager's webhook JSON, version 4, field by field.
@JsonPropertyOrder({
  "receiver",
  "status",
  "alerts",
  "groupLabels",
  "commonLabels",
  "commonAnnotations",
  "externalURL",
  "version",
  "groupKey",
  "truncatedAlerts"
})
record WebhookMessage(
    String receiver,
    String status,
    List<Item> alerts,
    Map<String, String> groupLabels,
    Map<String, String> commonLabels,
    Map<String, String> commonAnnotations,
    @JsonProperty("externalURL") String externalUrl,
    String version,
    String groupKey,
    int truncatedAlerts) {

  /// Go's zero time: where Alertmanager has no end yet.
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private static final DateTimeFormatter RFC3339 =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("UTC"));

  record Item(
      String status,
      Map<String, String> labels,
      Map<String, String> annotations,
      String startsAt,
      String endsAt,
      @JsonProperty("generatorURL") String generatorUrl,
      String fingerprint) {
    static Item of(Alert alert, long now) {
      boolean resolved = alert.resolved(now);
      return new Item(
          resolved ? "resolved" : "firing",
          alert.labels().toMap(),
          alert.annotations().toMap(),
          time(alert.startsAt()),
          resolved ? time(alert.endsAt()) : NEVER,
          alert.generatorUrl(),
          alert.fingerprint());
    }
  }

  /// At most so many alerts; 0 is all.
  static WebhookMessage of(Notification notification, String externalUrl, int maxAlerts) {
    var alerts = notification.alerts();
    int shown = maxAlerts == 0 ? alerts.size() : Math.min(maxAlerts, alerts.size());
    return new WebhookMessage(
        notification.receiver(),
        notification.status(),
        alerts.stream().limit(shown).map(alert -> Item.of(alert, notification.at())).toList(),
        notification.groupLabels().toMap(),
        notification.commonLabels().toMap(),
        notification.commonAnnotations().toMap(),
        externalUrl,
        "4",
        notification.groupKey(),
        alerts.size() - shown);
  }

  private static String time(long millis) {
    return RFC3339.format(Instant.ofEpochMilli(millis));
  }
}
