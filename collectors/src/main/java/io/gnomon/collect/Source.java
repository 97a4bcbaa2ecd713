package io.gnomon.collect;

import org.jspecify.annotations.Nullable;

/// What a target's collector is made of. Implemented by records: equal sources are the same target,
/// which a reload leaves running.
public interface Source {
  /// Makes the collector; connects to nothing yet.
  Collector create();

  /// A collector configured under its type's name. `ServiceLoader` makes types anew at each reload,
  /// so types of one class are the same.
  record Configured<C extends Record>(CollectorType<C> type, C config) implements Source {
    @Override
    public Collector create() {
      return type.create(config);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Configured<?> configured
          && type.getClass() == configured.type.getClass()
          && config.equals(configured.config);
    }

    @Override
    public int hashCode() {
      return config.hashCode();
    }
  }
}
