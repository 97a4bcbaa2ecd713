package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.fn.RangeFunction;
import io.gnomon.promql.fn.Span;
import io.gnomon.store.Window;

/// A range function: the samples of a series are read once, then two indexes move forward over
/// them.
public final class OverWindow extends VectorOperator {
  private final String name;
  private final WindowSource source;
  private final RangeFunction function;
  private final Window window = new Window();
  private final Span span = new Span();

  public OverWindow(
      Frame frame, String name, WindowSource source, RangeFunction function, Operator... params) {
    super(frame, source.rows(), MapValues.inputs(source, params));
    this.name = name;
    this.source = source;
    this.function = function;
  }

  @Override
  public void row(int row, double[] out) {
    source.load(row, window);
    function.begin(window);
    slide(frame.size(), out);
    frame.budget().spend(window.count + frame.size());
  }

  private void slide(int size, double[] out) {
    long[] times = window.times;
    var ends = source.ends();
    int count = window.count;
    int from = 0;
    int to = 0;
    span.times = times;
    span.values = window.values;
    for (int k = 0; k < size; k++) {
      long end = ends.at(k);
      long after = end - source.range();
      while (to < count && times[to] <= end + source.behind()) {
        to++;
      }
      while (from < to && times[from] <= after - source.before()) {
        from++;
      }
      out[k] = from == to ? Absent.STALE : over(from, to, after, end, k);
      frame.budget().spend(to - from);
    }
  }

  private double over(int from, int to, long after, long end, int step) {
    span.from = from;
    span.to = to;
    span.after = after;
    span.upTo = end;
    span.step = step;
    return function.of(span);
  }

  @Override
  public String describe() {
    return describe(name);
  }
}
