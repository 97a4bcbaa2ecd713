/// A Redis or Valkey server, by its INFO, under redis_exporter's names.
@NullMarked
package io.gnomon.collect.redis;

import org.jspecify.annotations.NullMarked;
