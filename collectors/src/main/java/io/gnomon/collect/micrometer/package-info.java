/// What the program says of itself: a Micrometer registry (`SelfRegistry`) whose meters go straight
/// into the store (`SelfCollector`) and onto `/metrics` (`SelfPage`), under the names Micrometer's
/// Prometheus registry gives them; latencies as quantiles from HdrHistogram (`QuantileWindow`).
@NullMarked
package io.gnomon.collect.micrometer;

import org.jspecify.annotations.NullMarked;
