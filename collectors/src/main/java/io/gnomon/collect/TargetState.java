package io.gnomon.collect;

import java.time.Duration;
import java.util.List;

/// How a target does, for the pages and the API.
///
/// @param lastScrape milliseconds since the epoch, 0 before the first
/// @param samples what the last scrape brought, before relabelling
/// @param error what went wrong, in words; empty when nothing did
/// @param warnings what a collection that went well could not see, each with what to do about it
public record TargetState(
    Target target,
    Health health,
    long lastScrape,
    Duration duration,
    int samples,
    String error,
    List<String> warnings) {

  public enum Health {
    UNKNOWN,
    UP,
    DOWN
  }
}
