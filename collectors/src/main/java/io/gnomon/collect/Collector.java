package io.gnomon.collect;

import io.gnomon.model.SampleSink;

/// Reads one thing, once for each call. Names, numbers and nothing else: the runner adds the
/// target's labels (`job`, `instance`), the time, `up`, the duration, and what to do when it fails.
@FunctionalInterface
public interface Collector extends AutoCloseable {
  /// Puts the value of every series there is now; one that got none ends by itself. Throws with a
  /// message that tells a person what is wrong. Called by one thread at a time, which is
  /// interrupted when the timeout has passed; then nothing of what was put counts.
  void collect(SampleSink sink) throws Exception;

  /// Lets go of connections; called once, after the last collection has ended.
  @Override
  default void close() {}
}
