package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.store.Window;

/// An instant selector: at each point the newest sample of `(t - lookback, t]`. A stale marker
/// there means that the series has ended.
public final class Select extends VectorOperator {
  /// What is asked of the sample found.
  public enum Aspect {
    VALUE,
    TIME
  }

  private final Selection selection;
  private final Moments moments;
  private final Aspect aspect;
  private final Window window = new Window();

  public Select(Frame frame, Selection selection, Moments moments, Aspect aspect) {
    super(frame, selection.rows());
    this.selection = selection;
    this.moments = moments;
    this.aspect = aspect;
  }

  @Override
  public void prepare() {
    moments.settle();
  }

  @Override
  public void row(int row, double[] out) {
    int size = frame.size();
    if (size == 1) {
      selection.newest(row, moments.first() - lookback(), moments.first(), window);
    } else {
      selection.read(row, moments.first() - lookback(), moments.last(), window);
    }
    slide(size, out);
    frame.budget().spend(window.count + size);
  }

  private void slide(int size, double[] out) {
    int next = 0;
    for (int k = 0; k < size; k++) {
      long time = moments.at(k);
      while (next < window.count && window.times[next] <= time) {
        next++;
      }
      boolean found = next > 0 && window.times[next - 1] > time - lookback();
      out[k] = found ? value(next - 1) : Absent.STALE;
    }
  }

  private double value(int i) {
    double value = window.values[i];
    return aspect == Aspect.VALUE || Absent.is(value) ? value : window.times[i] / 1000.0;
  }

  private long lookback() {
    return frame.options().lookback();
  }

  @Override
  public String describe() {
    return describe("select " + selection);
  }
}
