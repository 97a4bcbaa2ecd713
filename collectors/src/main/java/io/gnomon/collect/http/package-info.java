/// HTTP as scraping needs it: one GET at a time (`HttpClient`) over a connection that is kept
/// (`Connection`), within limits of time and bytes, to the addresses it may go to (`Hosts`), with
/// credentials and TLS.
@NullMarked
package io.gnomon.collect.http;

import org.jspecify.annotations.NullMarked;
