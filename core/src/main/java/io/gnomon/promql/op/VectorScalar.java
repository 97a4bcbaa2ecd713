package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.BinaryOp;
import io.gnomon.promql.fn.Arithmetic;

/// An operator between a vector and a scalar. A comparison keeps the vector's value where it holds,
/// whichever side it stands on; with `bool` it says 1 or 0.
public final class VectorScalar extends VectorOperator {
  private final BinaryOp op;
  private final boolean bool;
  private final VectorOperator vector;
  private final ScalarOperator scalar;
  private final boolean vectorIsLeft;

  public VectorScalar(
      Frame frame,
      BinaryOp op,
      boolean bool,
      VectorOperator vector,
      ScalarOperator scalar,
      boolean vectorIsLeft) {
    super(frame, vector.rows(), vector, scalar);
    this.op = op;
    this.bool = bool;
    this.vector = vector;
    this.scalar = scalar;
    this.vectorIsLeft = vectorIsLeft;
  }

  @Override
  public void row(int row, double[] out) {
    vector.row(row, out);
    for (int k = 0; k < frame.size(); k++) {
      if (!Absent.is(out[k])) {
        out[k] =
            vectorIsLeft
                ? value(out[k], scalar.at(k), k, out)
                : value(scalar.at(k), out[k], k, out);
      }
    }
  }

  private double value(double left, double right, int k, double[] out) {
    if (!op.isComparison()) {
      return Arithmetic.of(op, left, right);
    }
    boolean holds = Arithmetic.holds(op, left, right);
    if (bool) {
      return holds ? 1 : 0;
    }
    return holds ? out[k] : Absent.STALE;
  }

  @Override
  public String describe() {
    return describe(op + (bool ? " bool" : "") + " scalar");
  }
}
