package io.gnomon.promql.fn;

import io.gnomon.store.Window;

/// What a range function makes of one window: a value, or a hole.
@FunctionalInterface
public interface RangeFunction {
  double of(Span span);

  /// Told before the windows of a row are asked for, for what can be counted once for all of them.
  default void begin(Window samples) {}
}
