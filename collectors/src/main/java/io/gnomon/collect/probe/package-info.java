/// Probes: whether something answers from outside, over HTTP, TCP or TLS, under blackbox_exporter's
/// names.
@NullMarked
package io.gnomon.collect.probe;

import org.jspecify.annotations.NullMarked;
