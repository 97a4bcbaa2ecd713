package io.gnomon.store;

import io.gnomon.model.SampleSink;

/// The rows of one target. A row is begun, filled through the sink, and becomes visible whole at
/// its commit. One thread at a time; nothing is allocated once the target's series are known.
public interface Appender extends SampleSink, AutoCloseable {
  enum Outcome {
    STORED,
    /// The row's time is not after the target's newest: refused and counted.
    OUT_OF_ORDER,
    /// No room on the disk: refused and counted.
    DISK_FULL
  }

  /// Begins the row of that time in milliseconds since the epoch; values of an uncommitted row are
  /// forgotten.
  void begin(long time);

  /// How many values the row has so far.
  int size();

  /// Forgets the values of the row so far, not its begin: for a scrape that failed half-way.
  void discard();

  Outcome commit();

  /// Ends every series of the target with a row of stale markers at that time; the target is gone.
  void end(long time);

  /// Lets go of the target without ending its series, as a program does that stops and will start
  /// again.
  @Override
  void close();
}
