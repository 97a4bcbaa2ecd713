package io.gnomon.collect;

import io.gnomon.model.Matcher;
import io.gnomon.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// A store and a runner that fills it.
public record RunningStore(Store store, CollectorRunner runner) implements AutoCloseable {
  public static RunningStore open(Path directory) throws IOException {
    var store = StoredSeries.open(directory);
    var runner =
        new CollectorRunner(store::appender, InstantSource.system(), new SimpleMeterRegistry());
    return new RunningStore(store, runner);
  }

  /// The state of the target with that `instance`.
  public TargetState state(String instance) {
    return runner.states().stream()
        .filter(state -> state.target().labels().get("instance").equals(instance))
        .findFirst()
        .orElseThrow();
  }

  /// Waits until the newest value of a series is the one expected, `stale` for one that has ended.
  public void await(String metric, String labels, String value) throws InterruptedException {
    Await.until(
        metric + labels + " is " + value,
        () ->
            value.equals(
                StoredSeries.newest(store, Matcher.equal("__name__", metric))
                    .get(metric + labels)));
  }

  @Override
  public void close() {
    runner.close();
    store.close();
  }
}
