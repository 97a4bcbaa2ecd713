package io.gnomon.collect.node;

import io.gnomon.model.SampleSink;
import java.io.IOException;

/// One source of numbers about this machine. The collector times it and notes its failure.
interface Source {
  /// The `collector` label of `node_scrape_collector_success`, as node_exporter has it.
  String name();

  void read(SampleSink sink) throws IOException;

  /// Lets go of what is not a file.
  default void close() {}
}
