package io.gnomon.web.page;

import java.util.List;

/// Who was told what, and what the channels answered.
public record NotificationPage(Frame frame, List<Line> lines) {
  /// @param firing how many alerts fired in the message, `resolved` how many were over
  /// @param answer the channel's last words; empty while it was not tried
  public record Line(
      String time,
      String receiver,
      String group,
      String reason,
      int firing,
      int resolved,
      String state,
      int attempts,
      String answer) {}
}
