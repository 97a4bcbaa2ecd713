/// Who is told of an alert: routing, grouping, sending. Records named `...Config` are
/// Alertmanager's configuration, key by key; a key that is left out arrives as null and gets its
/// default in the constructor.
@NullMarked
package io.gnomon.notify;

import org.jspecify.annotations.NullMarked;
