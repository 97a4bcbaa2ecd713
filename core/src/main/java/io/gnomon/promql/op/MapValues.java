package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.fn.InstantFunction;

/// Each value by itself through a function; the rows stay as they are, or lose their names.
public final class MapValues extends VectorOperator {
  private final String name;
  private final VectorOperator of;
  private final InstantFunction function;

  public MapValues(
      Frame frame, String name, VectorOperator of, InstantFunction function, Operator... params) {
    super(frame, of.rows(), inputs(of, params));
    this.name = name;
    this.of = of;
    this.function = function;
  }

  static Operator[] inputs(Operator first, Operator[] more) {
    var inputs = new Operator[more.length + 1];
    inputs[0] = first;
    System.arraycopy(more, 0, inputs, 1, more.length);
    return inputs;
  }

  @Override
  public void row(int row, double[] out) {
    of.row(row, out);
    for (int k = 0; k < frame.size(); k++) {
      if (!Absent.is(out[k])) {
        out[k] = function.of(out[k], k);
      }
    }
  }

  @Override
  public String describe() {
    return describe(name);
  }
}
