package io.gnomon.notify;

import io.gnomon.alert.Alert;
import io.gnomon.model.Labels;
import java.util.List;
import java.util.stream.IntStream;

/// Notifications for tests.
public final class Notes {
  public static final long NOW = 1_700_000_000_000L;

  private Notes() {}

  public static Alert firing(String... labels) {
    return new Alert(
        Labels.of(labels),
        Labels.of("summary", "错误率过高", "description", "api 最近5分钟错误率为 9%。", "action", "检查错误日志"),
        NOW - 600_000,
        0,
        "http://gnomon/graph",
        new Alert.Reading("a > 5", 9, 12));
  }

  public static Alert annotated(String summary, String description) {
    return new Alert(
        Labels.of("alertname", "Hot", "severity", "critical"),
        Labels.of("summary", summary, "description", description),
        NOW - 600_000,
        0,
        "http://gnomon/graph",
        new Alert.Reading("a > 5", 9, 12));
  }

  public static Notification of(Alert... alerts) {
    return new Notification(
        "ops",
        "{}:{alertname=\"Hot\"}",
        Labels.of("alertname", "Hot"),
        List.of(alerts),
        "first notification",
        NOW,
        "id-" + alerts.length + (alerts[0].endsAt() == 0 ? "f" : "r"));
  }

  /// So many alerts with a text of that length each.
  public static Notification many(int count, int length) {
    return of(
        IntStream.range(0, count)
            .mapToObj(i -> annotated("第" + i + "条", "字".repeat(length)))
            .toArray(Alert[]::new));
  }
}
