/// The database: rows of scrapes in a ring outside the heap, and the series they belong to.
@NullMarked
package io.gnomon.store;

import org.jspecify.annotations.NullMarked;
