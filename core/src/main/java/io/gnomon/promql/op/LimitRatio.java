package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import io.gnomon.promql.fn.LabelsHash;

/// `limit_ratio`: about so large a share of the rows, picked by the hash of their labels, always
/// the same ones; a negative share picks those that its complement leaves.
public final class LimitRatio extends VectorOperator {
  private static final double HASHES = 0x1p64;

  private final VectorOperator of;
  private final ScalarOperator share;
  private final Note above;
  private final Note below;
  private final double[] place;

  public LimitRatio(Frame frame, VectorOperator of, ScalarOperator share, Note above, Note below) {
    super(frame, of.rows(), of, share);
    this.of = of;
    this.share = share;
    this.above = above;
    this.below = below;
    this.place =
        of.rows().stream().mapToDouble(row -> place(LabelsHash.of(row.labels()))).toArray();
  }

  /// A hash as a number from 0 to 1.
  private static double place(long hash) {
    double signed = hash;
    return (signed < 0 ? signed + HASHES : signed) / HASHES;
  }

  @Override
  public void prepare() {
    super.prepare();
    for (int k = 0; k < frame.size(); k++) {
      check(share.at(k));
    }
  }

  private void check(double value) {
    if (Double.isNaN(value)) {
      throw new QueryException(Kind.EXECUTION, "Ratio value is NaN");
    }
    if (value > 1) {
      above.raise(value);
    } else if (value < -1) {
      below.raise(value);
    }
  }

  @Override
  public void row(int row, double[] out) {
    of.row(row, out);
    for (int k = 0; k < frame.size(); k++) {
      if (!picks(share.at(k), place[row])) {
        out[k] = Absent.STALE;
      }
    }
  }

  private static boolean picks(double share, double place) {
    return share >= 0 ? place < share || share >= 1 : place >= 1 + share;
  }

  @Override
  public String describe() {
    return describe("limit_ratio");
  }
}
