/// The query language: text to expression to bound plan to rows of numbers.
@NullMarked
package io.gnomon.promql;

import org.jspecify.annotations.NullMarked;
