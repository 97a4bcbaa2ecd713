package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import java.util.Arrays;
import java.util.List;

/// `absent`: 1 at the points where the vector has no value at all.
public final class Missing extends VectorOperator {
  private final VectorOperator of;
  private double[] line = {};

  public Missing(Frame frame, VectorOperator of, Labels labels) {
    super(frame, List.of(new Row(labels)), of);
    this.of = of;
  }

  @Override
  public void row(int row, double[] out) {
    line = frame.fit(line);
    Arrays.fill(out, 0, frame.size(), 1);
    for (int r = 0; r < of.size(); r++) {
      of.row(r, line);
      for (int k = 0; k < frame.size(); k++) {
        if (!Absent.is(line[k])) {
          out[k] = Absent.STALE;
        }
      }
    }
  }

  @Override
  public String describe() {
    return describe("absent");
  }
}
