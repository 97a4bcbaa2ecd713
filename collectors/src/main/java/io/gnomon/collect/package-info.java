/// What reads targets, and the runner that gives each its turn.
@NullMarked
package io.gnomon.collect;

import org.jspecify.annotations.NullMarked;
