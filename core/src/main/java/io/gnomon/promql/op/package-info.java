/// What a plan is made of: operators that know their rows when they are made and only move numbers
/// when they run. `Operator` tells the rules; one small class is one operator.
@NullMarked
package io.gnomon.promql.op;

import org.jspecify.annotations.NullMarked;
