package io.gnomon.promql.op;

import java.util.List;

/// No rows: what functions of native histograms make of numbers.
public final class Nothing extends VectorOperator {
  private final String name;

  public Nothing(Frame frame, String name) {
    super(frame, List.of());
    this.name = name;
  }

  @Override
  public void row(int row, double[] out) {
    throw new IndexOutOfBoundsException(row);
  }

  @Override
  public String describe() {
    return describe(name);
  }
}
