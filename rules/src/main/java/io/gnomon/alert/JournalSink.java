package io.gnomon.alert;

import java.util.List;

/// Where facts are written down before anything is done because of them.
@FunctionalInterface
public interface JournalSink {
  /// Writes the entries, all or none, and returns when they are safe.
  void write(List<? extends Entry> entries);

  /// Remembers, cheaply, that evaluation went on until this time.
  default void alive(long time) {}
}
