package io.gnomon.collect;

import io.gnomon.model.SampleSink;
import java.util.List;

/// Reads one thing, once for each call. Names, numbers and nothing else: the runner adds the
/// target's labels (`job`, `instance`), the time, `up`, the duration, and what to do when it fails.
@FunctionalInterface
public interface Collector extends AutoCloseable {
  /// Puts the value of every series there is now; one that got none ends by itself. Throws with a
  /// message that tells a person what is wrong. Called by one thread at a time, which is
  /// interrupted when the timeout has passed. When it fails nothing of what was put counts, unless
  /// with a `DownException`.
  void collect(SampleSink sink) throws Exception;

  /// What the last collection could not see though it did not fail, each in a sentence that tells a
  /// person what to do; asked by the thread that collects.
  default List<String> warnings() {
    return List.of();
  }

  /// Lets go of connections; called once, after the last collection has ended.
  @Override
  default void close() {}
}
