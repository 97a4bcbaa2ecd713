package io.gnomon.notify.channel;

import io.gnomon.alert.Alert;
import io.gnomon.model.Labels;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Integration;
import io.gnomon.notify.Notification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A message that says that it is a test, sent past all routes.
public final class TestMessage {
  private TestMessage() {}

  /// What each channel of the receiver answered, by the channel's name.
  public static Map<String, Delivery> send(
      List<Integration> integrations, String receiver, String externalUrl, long now)
      throws InterruptedException {
    var answers = new LinkedHashMap<String, Delivery>();
    for (var integration : integrations) {
      if (integration.receiver().equals(receiver)) {
        answers.put(
            integration.name(), integration.notifier().send(message(receiver, externalUrl, now)));
      }
    }
    return answers;
  }

  private static Notification message(String receiver, String externalUrl, long now) {
    var labels = Labels.of("alertname", "GnomonTest", "severity", "none");
    var annotations =
        Labels.of(
            "summary", "测试消息",
            "summary_en", "Test message",
            "description", "这是一条测试告警，无需处理。",
            "description_en", "This is a test alert, there is nothing to do.");
    var alert = new Alert(labels, annotations, now, 0, externalUrl, Alert.Reading.NONE);
    return new Notification(
        receiver,
        "{}:{alertname=\"GnomonTest\"}",
        Labels.of("alertname", "GnomonTest"),
        List.of(alert),
        "test",
        now,
        "test-" + Long.toHexString(now));
  }
}
