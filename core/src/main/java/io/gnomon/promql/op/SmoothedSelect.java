package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.store.Window;

/// `selector smoothed`: at each point the value on the line between the samples before and after
/// it, each no further away than the look-back; the last sample's value where none follows.
public final class SmoothedSelect extends VectorOperator {
  private final Selection selection;
  private final Moments moments;
  private final Window window = new Window();

  public SmoothedSelect(Frame frame, Selection selection, Moments moments) {
    super(frame, selection.rows());
    this.selection = selection;
    this.moments = moments;
  }

  @Override
  public void prepare() {
    moments.settle();
  }

  @Override
  public void row(int row, double[] out) {
    long reach = frame.options().lookback();
    selection.readSamples(row, moments.first() - reach, moments.last() + reach, window);
    int next = 0;
    for (int k = 0; k < frame.size(); k++) {
      long time = moments.at(k);
      while (next < window.count && window.times[next] < time) {
        next++;
      }
      out[k] = value(next, time, reach);
    }
    frame.budget().spend(window.count + frame.size());
  }

  private double value(int next, long time, long reach) {
    boolean follows = next < window.count && window.times[next] <= time + reach;
    if (follows && window.times[next] == time) {
      return window.values[next];
    }
    boolean precedes = next > 0 && window.times[next - 1] > time - reach;
    if (!precedes) {
      return Absent.STALE;
    }
    return follows ? between(next - 1, next, time) : window.values[next - 1];
  }

  private double between(int a, int b, long time) {
    double start = window.values[a];
    double rise = window.values[b] - start;
    return start + rise * (time - window.times[a]) / (window.times[b] - window.times[a]);
  }

  @Override
  public String describe() {
    return describe("select smoothed " + selection);
  }
}
