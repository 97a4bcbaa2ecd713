package io.gnomon.promql.op;

/// A scalar computed at every point from the time and from other scalars.
public final class ComputedScalar extends ScalarOperator {
  /// The value at one point of the grid.
  @FunctionalInterface
  public interface Formula {
    double at(int step);
  }

  private final String name;
  private final Formula formula;

  public ComputedScalar(Frame frame, String name, Formula formula, Operator... params) {
    super(frame, params);
    this.name = name;
    this.formula = formula;
  }

  @Override
  protected void fill(double[] out, int size) {
    for (int k = 0; k < size; k++) {
      out[k] = formula.at(k);
    }
  }

  @Override
  public String describe() {
    return name;
  }
}
