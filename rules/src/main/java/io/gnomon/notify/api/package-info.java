/// Alertmanager's API, version 2, as plain records: what amtool and Grafana ask, and what they get.
@NullMarked
package io.gnomon.notify.api;

import org.jspecify.annotations.NullMarked;
