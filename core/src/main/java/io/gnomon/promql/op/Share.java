package io.gnomon.promql.op;

/// The scalar that says which quantile: one that is not between 0 and 1 is told of.
public final class Share extends ScalarOperator {
  private final ScalarOperator of;
  private final Note outside;

  public Share(Frame frame, ScalarOperator of, Note outside) {
    super(frame, of);
    this.of = of;
    this.outside = outside;
  }

  @Override
  protected void fill(double[] out, int size) {
    for (int k = 0; k < size; k++) {
      out[k] = of.at(k);
      if (!(out[k] >= 0 && out[k] <= 1)) {
        outside.raise(out[k]);
      }
    }
  }

  @Override
  public String describe() {
    return "which quantile";
  }
}
