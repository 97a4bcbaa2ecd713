package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.store.Window;

/// `selector[range]`: windows over the samples as they are stored.
public final class StoredWindow extends WindowSource {
  private final Selection selection;

  public StoredWindow(Frame frame, Selection selection, Moments ends, Expr.Length length) {
    super(frame, selection.rows(), ends, length);
    this.selection = selection;
  }

  @Override
  public void load(int row, Window into) {
    selection.readSamples(row, ends().first() - range(), ends().last(), into);
  }

  @Override
  public String describe() {
    return describe("window over " + selection);
  }
}
