/// Side by side: the real Prometheus and VictoriaMetrics and Gnomon on the same data in the same
/// run.
@NullMarked
package io.gnomon.race;

import org.jspecify.annotations.NullMarked;
