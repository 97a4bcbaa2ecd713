/// The words everybody shares: labels, matchers, samples, and the one door into the store.
@NullMarked
package io.gnomon.model;

import org.jspecify.annotations.NullMarked;
