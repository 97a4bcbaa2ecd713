package io.gnomon.notify;

import io.gnomon.alert.Alert;
import io.gnomon.model.Labels;
import java.util.List;
import java.util.function.Function;

/// One message to one channel: alerts of one group as they stood at a time. `messageId` is the same
/// at every try.
public record Notification(
    String receiver,
    String groupKey,
    Labels groupLabels,
    List<Alert> alerts,
    String reason,
    long at,
    String messageId) {

  public List<Alert> firing() {
    return alerts.stream().filter(alert -> !alert.resolved(at)).toList();
  }

  public List<Alert> resolved() {
    return alerts.stream().filter(alert -> alert.resolved(at)).toList();
  }

  public boolean isFiring() {
    return alerts.stream().anyMatch(alert -> !alert.resolved(at));
  }

  /// `firing` when any alert does.
  public String status() {
    return isFiring() ? "firing" : "resolved";
  }

  public Labels commonLabels() {
    return common(Alert::labels);
  }

  public Labels commonAnnotations() {
    return common(Alert::annotations);
  }

  private Labels common(Function<Alert, Labels> part) {
    var first = part.apply(alerts.getFirst());
    var names =
        first.names().stream()
            .filter(name ->
                alerts.stream()
                    .allMatch(alert -> part.apply(alert).get(name).equals(first.get(name))))
            .toList();
    return first.only(names);
  }
}
