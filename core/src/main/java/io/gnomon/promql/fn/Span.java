package io.gnomon.promql.fn;

/// One window of one series, as a range function sees it: the samples `[from, to)` of the arrays,
/// never none, lie in the time `(after, upTo]`, at a point of the grid.
public final class Span {
  public long[] times = {};
  public double[] values = {};
  public int from;
  public int to;
  public long after;
  public long upTo;
  public int step;

  public int count() {
    return to - from;
  }

  public double first() {
    return values[from];
  }

  public double last() {
    return values[to - 1];
  }
}
