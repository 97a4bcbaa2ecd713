/// Reads and runs the test files of Prometheus's promqltest: `load` series, `eval` expressions,
/// compare.
@NullMarked
package io.gnomon.promql.corpus;

import org.jspecify.annotations.NullMarked;
