package io.gnomon.notify.wecom;

import io.gnomon.notify.Notification;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import java.util.List;
import java.util.stream.Stream;

/// What is said of a notification, in parts that fit.
record Contents(Wording wording, Story.Teller teller, Format format, int bytes) {
  private static final int SHORT = 512;

  List<String> parts(Notification notification) {
    var texts =
        notification.alerts().stream()
            .map(alert ->
                wording.text(alert, teller.tell(alert, notification.at()), notification.at()))
            .map(text -> format.alert(text, wording.language()))
            .toList();
    return Parts.split(format.headline(wording.headline(notification)), texts, bytes);
  }

  /// Headline and names only: for a channel that found the long form too long.
  String brief(Notification notification) {
    var lines =
        Stream.concat(
                Stream.of(wording.headline(notification)),
                notification.alerts().stream().map(alert -> alert.name()))
            .distinct()
            .map(Format::plain)
            .toList();
    return Parts.cut(String.join("\n", lines), SHORT);
  }
}
