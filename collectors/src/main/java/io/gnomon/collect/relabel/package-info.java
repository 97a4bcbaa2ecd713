/// Relabelling: rules that choose targets and series and rewrite their labels.
@NullMarked
package io.gnomon.collect.relabel;

import org.jspecify.annotations.NullMarked;
