package io.gnomon.collect.node;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;

/// A file of one line of numbers: the row's first, and every `stride` after it.
record NumbersSource(String name, ProcFile file, Row row, int stride) implements Source {

  static NumbersSource load(ProcFile loadavg) {
    return new NumbersSource(
        "loadavg",
        loadavg,
        Row.of(
            Series.of(Series.gauge("node_load1", "1m load average.")),
            Series.of(Series.gauge("node_load5", "5m load average.")),
            Series.of(Series.gauge("node_load15", "15m load average."))),
        1);
  }

  /// The number between the two is of file handles allocated and free, 0 since Linux 2.6.
  static NumbersSource fileHandles(ProcFile fileNr) {
    return new NumbersSource(
        "filefd",
        fileNr,
        Row.of(
            Series.of(Series.gauge("node_filefd_allocated", "File handles allocated.")),
            Series.of(Series.gauge("node_filefd_maximum", "File handles at most."))),
        2);
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    var text = file.read();
    text.nextLine();
    row.into(sink);
    for (int i = 0; i < row.size(); i++) {
      row.put(i, text.number());
      text.skip(stride - 1);
    }
  }
}
