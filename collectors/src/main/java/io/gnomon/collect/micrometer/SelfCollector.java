package io.gnomon.collect.micrometer;

import io.gnomon.collect.Collector;
import io.gnomon.model.SampleSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts our own meters into the store, without HTTP in between.
final class SelfCollector implements Collector {
  private final SelfRegistry registry;
  private List<Family> families = List.of();
  private @Nullable SampleSink sink;
  private int layout;
  private int[] columns = new int[0];

  SelfCollector(SelfRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void collect(SampleSink to) {
    registry.refresh();
    bind(to, registry.families());
    int i = 0;
    for (int f = 0; f < families.size(); f++) {
      var lines = families.get(f).lines();
      for (int l = 0; l < lines.size(); l++) {
        to.put(columns[i++], lines.get(l).value().getAsDouble());
      }
    }
  }

  private void bind(SampleSink to, List<Family> now) {
    if (sink == to && layout == to.layout() && families == now) {
      return;
    }
    sink = to;
    layout = to.layout();
    families = now;
    families.forEach(family -> to.describe(family.metric()));
    columns =
        families.stream()
            .flatMap(family -> family.lines().stream())
            .mapToInt(line -> to.column(line.labels()))
            .toArray();
  }
}
