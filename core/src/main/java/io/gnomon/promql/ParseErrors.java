package io.gnomon.promql;

/// Errors of one query's text: `line:column: parse error: what`.
record ParseErrors(String query) {
  QueryException at(int offset, String message) {
    return new QueryException(
        QueryException.Kind.BAD_DATA,
        new Expr.Span(offset, offset).in(query) + ": parse error: " + message);
  }
}
