package io.gnomon.promql.op;

import io.gnomon.promql.fn.Kahan;

/// The mean: a compensated sum over a count, and from the point where the sum would overflow a mean
/// that is kept up to date instead.
final class Average extends Accumulator {
  private double[] lost = {};
  private double[] count = {};
  private double[] running = {};

  Average(Frame frame) {
    super(frame);
  }

  @Override
  void clear() {
    super.clear();
    lost = column(lost);
    count = column(count);
    running = column(running);
  }

  @Override
  protected void first(double value, int k) {
    super.first(value, k);
    count[k] = 1;
  }

  @Override
  protected void next(double value, int k) {
    count[k]++;
    if (running[k] == 0) {
      double sum = values[k] + value;
      if (!Double.isInfinite(sum)) {
        lost[k] = Kahan.lost(values[k], value, sum, lost[k]);
        values[k] = sum;
        return;
      }
      running[k] = 1;
      values[k] /= count[k] - 1;
      lost[k] /= count[k] - 1;
    }
    move(value, k);
  }

  private void move(double value, int k) {
    double weight = (count[k] - 1) / count[k];
    double mean = weight * values[k];
    double part = value / count[k];
    lost[k] = Kahan.lost(mean, part, mean + part, weight * lost[k]);
    values[k] = mean + part;
  }

  @Override
  protected double result(int k) {
    return running[k] == 0 ? values[k] / count[k] + lost[k] / count[k] : values[k] + lost[k];
  }
}
