/// Recording and alerting rules, evaluated in order, slot by slot.
@NullMarked
package io.gnomon.rules;

import org.jspecify.annotations.NullMarked;
