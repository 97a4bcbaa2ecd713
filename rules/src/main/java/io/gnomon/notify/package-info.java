/// Who is told of an alert: routing, grouping, sending.
@NullMarked
package io.gnomon.notify;

import org.jspecify.annotations.NullMarked;
