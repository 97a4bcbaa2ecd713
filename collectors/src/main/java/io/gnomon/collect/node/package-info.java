/// This machine, read from /proc under node_exporter's names: one class for each of its sources.
@NullMarked
package io.gnomon.collect.node;

import org.jspecify.annotations.NullMarked;
