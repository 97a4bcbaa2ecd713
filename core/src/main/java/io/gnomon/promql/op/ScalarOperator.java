package io.gnomon.promql.op;

/// One number at every point of the grid, never a hole.
public abstract class ScalarOperator extends Operator {
  private double[] values = {};

  protected ScalarOperator(Frame frame, Operator... inputs) {
    super(frame, inputs);
  }

  @Override
  public final void prepare() {
    super.prepare();
    values = frame.fit(values);
    fill(values, frame.size());
  }

  protected abstract void fill(double[] out, int size);

  public final double at(int step) {
    return values[step];
  }

  /// The values at all points; the array may be longer.
  public final double[] values() {
    return values;
  }
}
