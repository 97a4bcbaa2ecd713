package io.gnomon.notify;

import java.util.List;

/// A named set of times, as Alertmanager writes them.
public record TimeIntervalConfig(String name, List<TimeInterval> timeIntervals) {
  public TimeIntervalConfig {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("expected a time interval with a name");
    }
    timeIntervals = timeIntervals == null ? List.of() : List.copyOf(timeIntervals);
  }

  /// True in any of the listed blocks.
  public boolean contains(long time) {
    return timeIntervals.stream().anyMatch(interval -> interval.contains(time));
  }
}
