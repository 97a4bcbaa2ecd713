package io.gnomon.promql.fn;

/// What a function makes of one value at one point of the grid: a value, or a hole.
@FunctionalInterface
public interface InstantFunction {
  double of(double value, int step);
}
