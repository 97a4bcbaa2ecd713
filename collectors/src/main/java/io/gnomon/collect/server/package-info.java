/// Where a server is and how to reach it, as people write it: `redis://user:password@host:6379/0`.
@NullMarked
package io.gnomon.collect.server;

import org.jspecify.annotations.NullMarked;
