package io.gnomon.promql.op;

import java.util.Arrays;

/// A number in the query.
public final class Constant extends ScalarOperator {
  private final double value;

  public Constant(Frame frame, double value) {
    super(frame);
    this.value = value;
  }

  @Override
  protected void fill(double[] out, int size) {
    Arrays.fill(out, 0, size, value);
  }

  @Override
  public String describe() {
    return "number " + value;
  }
}
