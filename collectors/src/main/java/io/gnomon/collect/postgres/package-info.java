/// A PostgreSQL server, by its statistics views, under postgres_exporter's names. The queries are
/// resources; what becomes of their columns stands in `Queries`.
@NullMarked
package io.gnomon.collect.postgres;

import org.jspecify.annotations.NullMarked;
