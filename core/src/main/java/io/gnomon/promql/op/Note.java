package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.promql.Numbers;

/// One thing that a run may find worth telling, made when bound so that telling costs nothing.
public final class Note {
  private final boolean warning;
  private final String text;
  private final Expr.Span span;
  private boolean raised;
  private double value;
  private boolean withValue;

  Note(boolean warning, String text, Expr.Span span) {
    this.warning = warning;
    this.text = text;
    this.span = span;
  }

  public void raise() {
    raised = true;
  }

  /// Tells it of a value, which stands where the text has `%s`.
  public void raise(double of) {
    if (!raised) {
      value = of;
      withValue = true;
      raised = true;
    }
  }

  void clear() {
    raised = false;
  }

  boolean raised(boolean asWarning) {
    return raised && warning == asWarning;
  }

  /// As Prometheus words it, with line and column of the part of the query it is about.
  String text(String query) {
    return (warning ? "PromQL warning: " : "PromQL info: ")
        + (withValue ? text.formatted(Numbers.plain(value)) : text)
        + " ("
        + position(query)
        + ")";
  }

  private String position(String query) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(span.start(), query.length()); i++) {
      boolean newline = query.charAt(i) == '\n';
      line += newline ? 1 : 0;
      column = newline ? 1 : column + 1;
    }
    return line + ":" + column;
  }
}
