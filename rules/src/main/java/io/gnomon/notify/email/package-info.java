/// Alerts as mail: text and HTML with a chart in it, in one thread for each group.
@NullMarked
package io.gnomon.notify.email;

import org.jspecify.annotations.NullMarked;
