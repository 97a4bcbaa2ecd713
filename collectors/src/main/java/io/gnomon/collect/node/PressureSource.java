package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.List;

/// How long some task waited for a resource, or all tasks at once: the pressure stall information
/// of one resource (Linux 4.20 and later). The line `some avg10=0 avg60=0 avg300=0 total=7` tells
/// microseconds in its fourth number.
record PressureSource(String name, List<Resource> resources) implements Source {
  record Resource(ProcFile file, Rows rows) {}

  static PressureSource of(ProcFiles files) {
    return new PressureSource(
        "pressure",
        List.of(
            resource(files, "cpu", List.of("waiting")),
            resource(files, "io", List.of("waiting", "stalled")),
            resource(files, "memory", List.of("waiting", "stalled"))));
  }

  private static Resource resource(ProcFiles files, String name, List<String> kept) {
    return new Resource(
        files.plain("pressure", name),
        new Rows((key, text) -> series(name, key.equals("some") ? "waiting" : "stalled", kept)));
  }

  private static List<Series> series(String resource, String state, List<String> kept) {
    var metric =
        Series.counter(
            "node_pressure_" + resource + "_" + state + "_seconds_total",
            "Seconds that tasks were " + state + " for " + resource + ".");
    return kept.contains(state) ? List.of(Series.of(metric)) : List.of();
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    for (int i = 0; i < resources.size(); i++) {
      var resource = resources.get(i);
      var text = resource.file.read();
      resource.rows.begin(sink);
      while (text.nextLine() && text.nextWord()) {
        readLine(text, resource.rows);
      }
    }
  }

  private static void readLine(ByteText text, Rows rows) throws IOException {
    var row = rows.row(text);
    if (row.size() == 0) {
      return;
    }
    for (int mark = 0; mark < 4; mark++) {
      text.nextAfter('=');
    }
    row.put(0, text.number() / 1000 / 1000);
  }
}
