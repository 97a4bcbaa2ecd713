/// Alertmanager's webhook: its version 4 JSON, posted.
@NullMarked
package io.gnomon.notify.webhook;

import org.jspecify.annotations.NullMarked;
