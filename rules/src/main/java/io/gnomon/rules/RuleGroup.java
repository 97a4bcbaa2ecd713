package io.gnomon.rules;

import java.time.Duration;
import java.util.List;

/// Rules that are evaluated in order, at the same times. A limit of 0 is none.
public record RuleGroup(
    String file,
    String name,
    Duration interval,
    int limit,
    Duration queryOffset,
    List<Rule> rules) {
  /// The first slot of the group at or after a time: slots are an interval apart, and where they
  /// lie in it depends on the group's name, so that groups do not all work at once.
  public long slot(long time) {
    long every = interval.toMillis();
    long offset = Math.floorMod(spread(), every);
    return time + Math.floorMod(offset - time, every);
  }

  private long spread() {
    return (file + ";" + name).hashCode() * 0x9e3779b97f4a7c15L >>> 20;
  }
}
