/// Prometheus's HTTP API with its exact JSON: one class a group of addresses, `Params` reads what
/// was asked, `Answer` writes what is answered.
@NullMarked
package io.gnomon.web.api;

import org.jspecify.annotations.NullMarked;
