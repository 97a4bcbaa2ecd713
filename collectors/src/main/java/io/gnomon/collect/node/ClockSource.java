package io.gnomon.collect.node;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.time.InstantSource;

/// The time of this machine, to be compared with that of others.
record ClockSource(String name, InstantSource clock, Row row) implements Source {

  static ClockSource of(InstantSource clock) {
    var metric = Series.gauge("node_time_seconds", "System time in seconds since the epoch.");
    return new ClockSource("time", clock, Row.of(Series.of(metric)));
  }

  @Override
  public void read(SampleSink sink) {
    row.into(sink).put(0, clock.millis() / 1e3);
  }
}
