/// Prometheus's text format 0.0.4 and OpenMetrics 1.0: the parser, straight from bytes into columns
/// (`ExpositionParser`, which leans on `Page`, the last page, and `SeriesTable`), its numbers
/// (`NumberReader`), and the writer.
///
/// Label values stay as the target writes them. Prometheus 3 rewrites `le="1"` to `le="1.0"` on its
/// way in, Prometheus 2 does not; we keep what is written, so that rules and recordings made before
/// go on matching.
@NullMarked
package io.gnomon.collect.exposition;

import org.jspecify.annotations.NullMarked;
