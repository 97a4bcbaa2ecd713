package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.store.Window;

/// `selector[range]`: windows over the samples as they are stored.
public final class StoredWindow extends WindowSource {
  private final Selection selection;
  private final Moments ends;
  private final Expr.Length length;
  private long range;

  public StoredWindow(Frame frame, Selection selection, Moments ends, Expr.Length length) {
    super(frame, selection.rows());
    this.selection = selection;
    this.ends = ends;
    this.length = length;
  }

  @Override
  public void prepare() {
    ends.settle();
    range = Lengths.positive(length, frame.query());
  }

  @Override
  public void load(int row, Window into) {
    selection.readSamples(row, ends.first() - range, ends.last(), into);
  }

  @Override
  public Moments ends() {
    return ends;
  }

  @Override
  public long range() {
    return range;
  }

  @Override
  public String describe() {
    return "window over " + selection + " (" + rows().size() + " rows)";
  }
}
