package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.promql.Expr.Ends;
import io.gnomon.promql.fn.Edges;
import io.gnomon.promql.fn.Span;
import io.gnomon.store.Window;

/// `selector[range] anchored` or `smoothed`: a window that also shows the samples around it, so
/// that a function can tell the values at its very ends().
public final class ExtendedWindow extends WindowSource {
  private final Selection selection;
  private final boolean smoothed;

  public ExtendedWindow(Frame frame, Selection selection, Moments ends, Expr.Range expr) {
    super(frame, selection.rows(), ends, expr.range());
    this.selection = selection;
    this.smoothed = expr.of().ends() == Ends.SMOOTHED;
  }

  @Override
  public void load(int row, Window into) {
    selection.readSamples(row, ends().first() - range() - before(), ends().last() + behind(), into);
  }

  @Override
  public long before() {
    return frame.options().lookback();
  }

  @Override
  public long behind() {
    return smoothed ? frame.options().lookback() : 0;
  }

  @Override
  public void samples(int row, Window into) {
    var wide = new Window();
    load(row, wide);
    var span = new Span();
    span.times = wide.times;
    span.values = wide.values;
    span.to = wide.count;
    span.after = ends().last() - range();
    span.upTo = ends().last();
    new Edges(smoothed, false).samples(span, into);
  }

  @Override
  public String describe() {
    return describe("extended window over " + selection);
  }
}
