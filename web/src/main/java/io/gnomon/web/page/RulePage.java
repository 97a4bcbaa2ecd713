package io.gnomon.web.page;

import java.util.List;

/// All rules, in their groups.
public record RulePage(Frame frame, List<Group> groups) {
  public record Group(
      String name, String file, String interval, String evaluation, List<Line> rules) {}

  /// @param hold for how long an alert must last before it fires; empty for a recording rule
  public record Line(
      String name,
      String query,
      String hold,
      String state,
      String error,
      String evaluation,
      String explore) {}
}
