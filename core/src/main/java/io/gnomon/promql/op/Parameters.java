package io.gnomon.promql.op;

import io.gnomon.promql.Numbers;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;

/// Checks of the scalars that say how many: `topk`, `bottomk`, `limitk`.
final class Parameters {
  private Parameters() {}

  /// The number as a count of at most so many, 0 when it is below 1.
  static int count(double value, int most) {
    if (Double.isNaN(value)) {
      throw new QueryException(Kind.EXECUTION, "Parameter value is NaN");
    }
    if (value < 1) {
      return 0;
    }
    if (value >= (double) Long.MAX_VALUE) {
      throw new QueryException(
          Kind.EXECUTION, "Scalar value " + Numbers.sample(value) + " overflows int64");
    }
    return (int) Math.min((long) value, most);
  }
}
