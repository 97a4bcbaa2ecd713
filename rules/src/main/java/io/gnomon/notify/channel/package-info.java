/// Makes the channels that the configuration names.
@NullMarked
package io.gnomon.notify.channel;

import org.jspecify.annotations.NullMarked;
