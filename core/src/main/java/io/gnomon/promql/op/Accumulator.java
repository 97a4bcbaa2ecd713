package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import java.util.Arrays;

/// What one group of an aggregation has seen so far, at every point.
abstract class Accumulator {
  private final Frame frame;
  protected double[] values = {};

  Accumulator(Frame frame) {
    this.frame = frame;
  }

  /// A column of the same length as the values.
  protected final double[] column(double[] column) {
    double[] fitting = frame.fit(column);
    Arrays.fill(fitting, 0, frame.size(), 0);
    return fitting;
  }

  void clear() {
    values = frame.fit(values);
    Arrays.fill(values, 0, frame.size(), Absent.STALE);
  }

  final void add(double[] line) {
    for (int k = 0; k < frame.size(); k++) {
      double value = line[k];
      if (!Absent.is(value)) {
        if (Absent.is(values[k])) {
          first(value, k);
        } else {
          next(value, k);
        }
      }
    }
  }

  final void finish(double[] out) {
    for (int k = 0; k < frame.size(); k++) {
      out[k] = Absent.is(values[k]) ? Absent.STALE : result(k);
    }
  }

  protected void first(double value, int k) {
    values[k] = value;
  }

  protected abstract void next(double value, int k);

  protected double result(int k) {
    return values[k];
  }
}
