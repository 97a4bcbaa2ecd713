package io.gnomon.collect.node;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source with what is known about its last reading.
final class TimedSource {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Source source;
  private final Row row;
  private @Nullable Exception failure;

  TimedSource(Source source) {
    this.source = source;
    this.row =
        Row.of(
            Series.of(
                Series.gauge(
                    "node_scrape_collector_duration_seconds", "Duration of a collector scrape."),
                "collector",
                source.name()),
            Series.of(
                Series.gauge("node_scrape_collector_success", "Whether a collector succeeded."),
                "collector",
                source.name()));
  }

  /// Reads it; false when it failed.
  boolean read(SampleSink sink) {
    long start = System.nanoTime();
    failure = null;
    try {
      source.read(sink);
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
    row.into(sink);
    row.put(0, (System.nanoTime() - start) / NANOS_PER_SECOND);
    row.put(1, failure == null ? 1 : 0);
    return failure == null;
  }

  /// What went wrong the last time, said in a sentence.
  Optional<String> failure() {
    return Optional.ofNullable(failure).map(e -> source.name() + ": " + e.getMessage());
  }

  void close() {
    source.close();
  }
}
