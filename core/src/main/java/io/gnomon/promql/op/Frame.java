package io.gnomon.promql.op;

import io.gnomon.promql.Grid;
import io.gnomon.promql.Options;

/// What the operators of one part of a tree share: the times they run on, the times of the whole
/// query, and what the query may still cost. A subquery's inner part has a grid of its own.
public record Frame(Grid grid, Grid query, Budget budget, Options options) {
  public int size() {
    return grid.size();
  }

  public Frame on(Grid other) {
    return new Frame(other, query, budget, options);
  }

  /// A buffer of a value for each point: the same one while it is long enough.
  double[] fit(double[] buffer) {
    int size = grid.size();
    if (buffer.length >= size) {
      return buffer;
    }
    budget.hold(size);
    return new double[size];
  }
}
