package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import java.util.Arrays;

/// All rows of a run side by side, for operators that compare rows at a point. Kept between runs.
public final class Block {
  private final Frame frame;
  private final double[][] cells;

  public Block(Frame frame, int rows) {
    this.frame = frame;
    this.cells = new double[rows][];
    Arrays.fill(cells, new double[0]);
  }

  /// Takes every row of an operator that is prepared.
  public void pull(VectorOperator from) {
    for (int r = 0; r < cells.length; r++) {
      cells[r] = frame.fit(cells[r]);
      from.row(r, cells[r]);
      frame.budget().spend(frame.size());
    }
  }

  void clear() {
    for (int r = 0; r < cells.length; r++) {
      cells[r] = frame.fit(cells[r]);
      Arrays.fill(cells[r], 0, frame.size(), Absent.STALE);
    }
  }

  double at(int row, int step) {
    return cells[row][step];
  }

  boolean has(int row, int step) {
    return !Absent.is(cells[row][step]);
  }

  boolean hasAny(int row) {
    for (int k = 0; k < frame.size(); k++) {
      if (has(row, k)) {
        return true;
      }
    }
    return false;
  }

  boolean any(int step) {
    for (double[] row : cells) {
      if (!Absent.is(row[step])) {
        return true;
      }
    }
    return false;
  }

  void put(int row, int step, double value) {
    cells[row][step] = value;
  }

  void copy(int row, double[] out) {
    System.arraycopy(cells[row], 0, out, 0, frame.size());
  }

  public double[] row(int row) {
    return cells[row];
  }
}
