package io.gnomon.web.page;

import io.gnomon.model.Labels;
import java.util.List;

/// The life of one alert: every change and every decision about it, the newest first.
public record TimelinePage(Frame frame, Labels labels, List<Event> events) {
  /// @param kind what happened, in one word; `detail` says how
  public record Event(String time, String state, String kind, String detail) {}
}
