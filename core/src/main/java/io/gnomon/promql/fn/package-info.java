/// The functions' arithmetic, free of operators and labels.
@NullMarked
package io.gnomon.promql.fn;

import org.jspecify.annotations.NullMarked;
