package io.gnomon.promql;

import io.gnomon.store.SeriesSource;

/// Answers queries: parse, plan, run.
public final class Engine {
  private final SeriesSource source;
  private final Options options;

  public Engine(SeriesSource source, Options options) {
    this.source = source;
    this.options = options;
  }

  /// A plan for a query, parsed and bound. Throws `QueryException` of kind BAD_DATA for what is no
  /// query: `line:column: parse error: ...`.
  public Plan plan(String query, Limits limits) {
    return new BoundPlan(source, options, limits, Parser.parse(query, options), query);
  }

  /// A plan for an expression; its notes have their places in the text that it prints as.
  public Plan plan(Expr expr, Limits limits) {
    return plan(expr.toString(), limits);
  }
}
