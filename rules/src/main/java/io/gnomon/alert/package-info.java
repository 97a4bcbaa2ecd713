/// The life of an alert, and what of it must survive a restart.
@NullMarked
package io.gnomon.alert;

import org.jspecify.annotations.NullMarked;
