package io.gnomon.collect.node;

import io.gnomon.collect.Collector;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads this machine: every source in turn, so that one that fails takes nothing from the others.
final class NodeCollector implements Collector {
  private final List<TimedSource> sources;
  private final ProcFiles files;
  private final List<String> blind;
  private List<String> warnings;

  NodeCollector(List<Source> sources, ProcFiles files) {
    this.sources = sources.stream().map(TimedSource::new).toList();
    this.files = files;
    this.blind = files.blind();
    this.warnings = blind;
  }

  @Override
  public void collect(SampleSink sink) throws IOException {
    int failed = 0;
    for (int i = 0; i < sources.size(); i++) {
      if (!sources.get(i).read(sink)) {
        failed++;
      }
    }
    warnings = failed == 0 ? blind : failures();
    if (failed == sources.size() - 1) { // the clock never fails
      throw new IOException(
          "nothing could be read; first " + sources.getFirst().failure().orElse(""));
    }
  }

  private List<String> failures() {
    var all = new ArrayList<>(blind);
    sources.forEach(source -> source.failure().ifPresent(all::add));
    return all;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    sources.forEach(TimedSource::close);
    files.close();
  }
}
