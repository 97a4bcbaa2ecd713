package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.fn.Quantiles;

/// `quantile`: of each group the value below which a share of the values lies.
public final class Quantile extends VectorOperator {
  private final VectorOperator of;
  private final ScalarOperator share;
  private final int[][] groups;
  private final Block block;
  private double[] scratch = {};

  public Quantile(Frame frame, VectorOperator of, ScalarOperator share, Grouping grouping) {
    super(frame, grouping.groups(), of, share);
    this.of = of;
    this.share = share;
    this.groups = grouping.members();
    this.block = new Block(frame, of.size());
  }

  @Override
  public void prepare() {
    super.prepare();
    block.pull(of);
    scratch = scratch.length < of.size() ? new double[of.size()] : scratch;
  }

  @Override
  public void row(int row, double[] out) {
    for (int k = 0; k < frame.size(); k++) {
      out[k] = of(groups[row], k);
    }
  }

  private double of(int[] group, int k) {
    int count = 0;
    for (int row : group) {
      if (block.has(row, k)) {
        scratch[count++] = block.at(row, k);
      }
    }
    return count == 0 ? Absent.STALE : Quantiles.quantile(share.at(k), scratch, count);
  }

  @Override
  public String describe() {
    return describe("quantile");
  }
}
