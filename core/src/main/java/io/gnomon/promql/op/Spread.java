package io.gnomon.promql.op;

import io.gnomon.promql.Grid;
import java.util.Arrays;

/// A part that is the same at every point, because `@` pins it: run at one point and repeated.
public final class Spread extends VectorOperator {
  private final VectorOperator of;
  private final Grid point;
  private final double[] value = new double[1];

  /// `of` runs on the grid `point`, which is moved here.
  public Spread(Frame frame, VectorOperator of, Grid point) {
    super(frame, of.rows(), of);
    this.of = of;
    this.point = point;
  }

  @Override
  public void prepare() {
    point.move(frame.grid().start(), 0, 1);
    super.prepare();
  }

  @Override
  public void row(int row, double[] out) {
    of.row(row, value);
    Arrays.fill(out, 0, frame.size(), value[0]);
  }

  @Override
  public int order(int[] rows) {
    return of.order(rows);
  }

  @Override
  public String describe() {
    return describe("at every point");
  }
}
