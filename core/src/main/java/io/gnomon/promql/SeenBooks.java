package io.gnomon.promql;

import io.gnomon.promql.op.SeenValues;
import java.util.IdentityHashMap;
import java.util.Map;

/// The values that each `count_values` of a plan has seen; they outlive a binding.
final class SeenBooks {
  private final Map<Expr, SeenValues.Book> books = new IdentityHashMap<>();

  SeenValues.Book of(Expr.Aggregate expr) {
    return books.computeIfAbsent(expr, _ -> new SeenValues.Book());
  }

  void forgetOldValues() {
    books.values().forEach(SeenValues.Book::forgetOldValues);
  }
}
