package io.gnomon.web.page;

import io.gnomon.model.Labels;
import java.util.List;

/// What fires and what may fire soon, and who is kept from hearing of it.
///
/// @param wrong what was wrong with a silence that somebody asked for; empty when nothing was
public record AlertPage(Frame frame, List<Card> alerts, List<SilenceLine> silences, String wrong) {
  /// @param explanation the annotations, the most telling first
  /// @param silence the matchers that silence exactly this alert
  /// @param panel the measured value with its threshold
  public record Card(
      String name,
      String fingerprint,
      String severity,
      String state,
      String since,
      String value,
      boolean silenced,
      Labels labels,
      List<String> explanation,
      String silence,
      DashboardPage panel) {}

  public record SilenceLine(
      String id, String matchers, String state, String until, String by, String comment) {}

  public boolean isQuiet() {
    return alerts.isEmpty();
  }
}
