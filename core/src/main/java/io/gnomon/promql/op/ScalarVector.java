package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import java.util.List;

/// `vector(s)`: a scalar as the one row without labels.
public final class ScalarVector extends VectorOperator {
  private final ScalarOperator of;

  public ScalarVector(Frame frame, ScalarOperator of) {
    super(frame, List.of(new Row(Labels.EMPTY)), of);
    this.of = of;
  }

  @Override
  public void row(int row, double[] out) {
    for (int k = 0; k < frame.size(); k++) {
      out[k] = of.at(k);
    }
  }

  @Override
  public String describe() {
    return "vector";
  }
}
