package io.gnomon.web.page;

import java.util.List;

/// The program itself.
///
/// @param problem why the newest configuration is not in force; empty when it is
public record StatusPage(
    Frame frame, String problem, List<Fact> facts, String config, DashboardPage charts) {
  public record Fact(String name, String value) {}
}
