package io.gnomon.promql;

/// An expression bound to the series it reads: ask it again and again. One thread at a time. It
/// binds anew only when a series that it selects was born or dropped.
public interface Plan {
  Expr expr();

  /// Grows whenever the rows of the result changed their labels or places.
  long binding();

  /// Answers on that grid. Allocates nothing in steady state.
  Result run(long start, long step, int size);

  default Result at(long time) {
    return run(time, 0, 1);
  }

  /// Ends a run that is under way, from another thread.
  void cancel();

  /// The bound tree as text: operators, rows, selected series.
  String explain();
}
