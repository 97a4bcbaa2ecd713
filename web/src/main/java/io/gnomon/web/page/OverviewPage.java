package io.gnomon.web.page;

import java.util.List;

/// What is monitored, and how it is.
///
/// @param sentence all in one sentence
/// @param state good or bad
public record OverviewPage(
    Frame frame,
    String sentence,
    String state,
    List<AlertLine> alerts,
    List<Card> cards,
    DashboardPage system) {
  public record AlertLine(String name, String state, String summary, String since) {}

  /// One target.
  public record Card(
      String job, String instance, String state, String error, List<KeyNumber> numbers) {}

  /// A value worth knowing, and how it came there.
  public record KeyNumber(String title, String value, String spark) {}
}
