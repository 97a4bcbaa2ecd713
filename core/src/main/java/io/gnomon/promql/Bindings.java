package io.gnomon.promql;

import io.gnomon.promql.op.Budget;
import io.gnomon.promql.op.Frame;
import io.gnomon.promql.op.Notes;
import io.gnomon.store.SeriesSource;

/// Makes the bindings of one plan, one after the other.
final class Bindings {
  private final SeriesSource source;
  private final Options options;
  private final Limits limits;
  private final Budget budget;
  private final Expr expr;
  private final String query;
  private final SeenBooks books = new SeenBooks();

  Bindings(
      SeriesSource source, Options options, Limits limits, Budget budget, Expr expr, String query) {
    this.source = source;
    this.options = options;
    this.limits = limits;
    this.budget = budget;
    this.expr = expr;
    this.query = query;
  }

  /// Before a binding for new values: old ones go once there are many.
  void forgetOldValues() {
    books.forgetOldValues();
  }

  Binding bind() {
    long epoch = source.epoch();
    budget.release();
    budget.start();
    var grid = Grid.instant(0);
    var notes = new Notes(query);
    var binder = new Binder(source, limits, notes, books);
    var planner = new Planner(binder, new Frame(grid, grid, budget, options), false);
    var answer = Answer.of(planner, expr);
    return new Binding(grid, notes, answer, binder.selected(), epoch);
  }
}
