package io.gnomon.collect;

/// What a target's collector is made of. Implemented by records: equal sources are the same target,
/// which a reload leaves running.
public interface Source {
  /// Makes the collector; connects to nothing yet.
  Collector create();

  /// A collector configured under its type's name.
  record Configured<C extends Record>(CollectorType<C> type, C config) implements Source {
    @Override
    public Collector create() {
      return type.create(config);
    }
  }
}
