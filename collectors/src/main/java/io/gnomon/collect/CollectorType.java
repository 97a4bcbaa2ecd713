package io.gnomon.collect;

import java.util.List;
import java.util.Map;

/// A kind of collector, found by `ServiceLoader`: one line in `META-INF/services` is all it takes
/// to add one.
///
/// @param <C> what stands in the configuration for one collector of this kind; its compact
///   constructor refuses what is wrong with `IllegalArgumentException("expected ...")`, and two
///   equal ones mean the same target
public interface CollectorType<C extends Record> {
  /// The key under `collectors` in the configuration, and the `job` label: `node`, `postgres`.
  String name();

  Class<C> config();

  /// The `instance` label: what is read, as `host:port` or a host's name, without any password.
  String instance(C config);

  /// What the environment gives away when nothing is configured, as `DATABASE_URL` does.
  default List<C> found(Map<String, String> environment) {
    return List.of();
  }

  /// Makes the collector and connects to nothing yet: an absent server is a failed collection, not
  /// a failed start.
  Collector create(C config);
}
