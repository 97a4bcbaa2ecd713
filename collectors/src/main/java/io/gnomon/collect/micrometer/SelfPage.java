package io.gnomon.collect.micrometer;

import io.gnomon.collect.exposition.ExpositionWriter;
import io.gnomon.collect.exposition.Format;

/// Our own meters as a page for another scraper.
public final class SelfPage {
  private final SelfRegistry registry;

  public SelfPage(SelfRegistry registry) {
    this.registry = registry;
  }

  public String text(Format format) {
    registry.refresh();
    var writer = new ExpositionWriter(format);
    for (var family : registry.families()) {
      writer.family(family.metric());
      family.lines().forEach(line -> writer.sample(line.labels(), line.value().getAsDouble()));
    }
    return writer.end();
  }
}
