package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import java.util.Arrays;

/// `scalar(v)`: the value of a vector that has one, else NaN.
public final class OnlyValue extends ScalarOperator {
  private final VectorOperator of;
  private double[] line = {};

  public OnlyValue(Frame frame, VectorOperator of) {
    super(frame, of);
    this.of = of;
  }

  @Override
  protected void fill(double[] out, int size) {
    line = frame.fit(line);
    Arrays.fill(out, 0, size, Absent.STALE);
    for (int r = 0; r < of.size(); r++) {
      of.row(r, line);
      add(out, size);
    }
    for (int k = 0; k < size; k++) {
      out[k] = Absent.is(out[k]) ? Double.NaN : out[k];
    }
  }

  /// A second value at a point makes it NaN, and NaN it stays.
  private void add(double[] out, int size) {
    for (int k = 0; k < size; k++) {
      if (!Absent.is(line[k])) {
        out[k] = Absent.is(out[k]) ? line[k] : Double.NaN;
      }
    }
  }

  @Override
  public String describe() {
    return "scalar";
  }
}
