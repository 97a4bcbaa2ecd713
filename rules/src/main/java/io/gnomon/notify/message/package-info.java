/// What a message says: words in the receiver's language, numbers, and a chart.
@NullMarked
package io.gnomon.notify.message;

import org.jspecify.annotations.NullMarked;
