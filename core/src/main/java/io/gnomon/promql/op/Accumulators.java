package io.gnomon.promql.op;

import io.gnomon.promql.AggregateOp;
import io.gnomon.promql.fn.Kahan;

/// The aggregations that take one value after the other.
final class Accumulators {
  private Accumulators() {}

  static Accumulator of(AggregateOp op, Frame frame) {
    return switch (op) {
      case SUM -> new Sum(frame);
      case AVG -> new Average(frame);
      case COUNT -> new Count(frame);
      case MIN -> new Extreme(frame, -1);
      case MAX -> new Extreme(frame, 1);
      case GROUP -> new One(frame);
      case STDVAR -> new Variance(frame, false);
      case STDDEV -> new Variance(frame, true);
      default -> throw new IllegalArgumentException(op.word());
    };
  }

  private static final class Count extends Accumulator {
    Count(Frame frame) {
      super(frame);
    }

    @Override
    protected void first(double value, int k) {
      values[k] = 1;
    }

    @Override
    protected void next(double value, int k) {
      values[k]++;
    }
  }

  private static final class One extends Accumulator {
    One(Frame frame) {
      super(frame);
    }

    @Override
    protected void first(double value, int k) {
      values[k] = 1;
    }

    @Override
    protected void next(double value, int k) {}
  }

  /// The least or greatest; NaN gives way to any number.
  private static final class Extreme extends Accumulator {
    private final int sign;

    Extreme(Frame frame, int sign) {
      super(frame);
      this.sign = sign;
    }

    @Override
    protected void next(double value, int k) {
      if (sign * value > sign * values[k] || Double.isNaN(values[k])) {
        values[k] = value;
      }
    }
  }

  /// The sum with what rounding lost beside it.
  private static final class Sum extends Accumulator {
    private double[] lost = {};

    Sum(Frame frame) {
      super(frame);
    }

    @Override
    void clear() {
      super.clear();
      lost = column(lost);
    }

    @Override
    protected void next(double value, int k) {
      double sum = values[k] + value;
      lost[k] = Kahan.lost(values[k], value, sum, lost[k]);
      values[k] = sum;
    }

    @Override
    protected double result(int k) {
      return values[k] + lost[k];
    }
  }

  /// Welford's method, as the reference has it: without compensation, NaN once an infinite or NaN
  /// value came first.
  private static final class Variance extends Accumulator {
    private final boolean root;
    private double[] mean = {};
    private double[] count = {};

    Variance(Frame frame, boolean root) {
      super(frame);
      this.root = root;
    }

    @Override
    void clear() {
      super.clear();
      mean = column(mean);
      count = column(count);
    }

    @Override
    protected void first(double value, int k) {
      values[k] = Double.isFinite(value) ? 0 : Double.NaN;
      mean[k] = value;
      count[k] = 1;
    }

    @Override
    protected void next(double value, int k) {
      double delta = value - mean[k];
      count[k]++;
      mean[k] += delta / count[k];
      values[k] += delta * (value - mean[k]);
    }

    @Override
    protected double result(int k) {
      double variance = values[k] / count[k];
      return root ? Math.sqrt(variance) : variance;
    }
  }
}
