package io.gnomon.promql;

import io.gnomon.promql.QueryException.Kind;
import io.gnomon.promql.op.Budget;
import io.gnomon.promql.op.Rebind;
import io.gnomon.store.SeriesSource;

/// An expression and its current binding.
final class BoundPlan implements Plan {
  /// A `count_values` within another needs one more binding than the inner one.
  private static final int MOST_TRIES = 20;

  private final SeriesSource source;
  private final Expr expr;
  private final Bindings bindings;
  private final Budget budget;
  private final Limits limits;
  private Binding binding;
  private long number;

  BoundPlan(SeriesSource source, Options options, Limits limits, Expr expr, String query) {
    this.source = source;
    this.expr = expr;
    this.limits = limits;
    this.budget = new Budget(limits);
    this.bindings = new Bindings(source, options, limits, budget, expr, query);
    this.binding = bindings.bind();
  }

  @Override
  public Expr expr() {
    return expr;
  }

  @Override
  public long binding() {
    return number;
  }

  @Override
  public Result run(long start, long step, int size) {
    check(step, size);
    if (source.epoch() != binding.epoch()) {
      follow();
    }
    budget.start();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return binding.run(start, step, size);
      } catch (Rebind _) {
        bindings.forgetOldValues();
        bind();
      }
    }
    throw new QueryException(Kind.EXECUTION, "values that labels are made of keep changing");
  }

  private void check(long step, int size) {
    if (step != 0 && (expr.type() == Expr.Type.MATRIX || expr.type() == Expr.Type.STRING)) {
      throw new QueryException(
          Kind.BAD_DATA,
          "invalid expression type \"%s\" for range query, must be Scalar or instant Vector"
              .formatted(expr.type()));
    }
    if (size > limits.points()) {
      throw new QueryException(
          Kind.BAD_DATA,
          "exceeded maximum resolution of %d points per timeseries. Try decreasing the query resolution (?step=XX)"
              .formatted(limits.points()));
    }
  }

  /// Something was born or dropped: binds anew only if it concerns this plan.
  private void follow() {
    long epoch = source.epoch();
    if (binding.concernedSince(source)) {
      bind();
    } else {
      binding.seen(epoch);
    }
  }

  private void bind() {
    binding = bindings.bind();
    number++;
  }

  @Override
  public void cancel() {
    budget.cancel();
  }

  @Override
  public String explain() {
    return binding.explain();
  }
}
