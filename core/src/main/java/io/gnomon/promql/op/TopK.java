package io.gnomon.promql.op;

import io.gnomon.model.Absent;

/// `topk`, `bottomk` and `limitk`: of each group the best (or just the first) k values, under their
/// own labels.
public final class TopK extends VectorOperator {
  /// Which values are the best.
  public enum Best {
    GREATEST,
    LEAST,
    FIRST
  }

  private final Best best;
  private final VectorOperator of;
  private final ScalarOperator k;
  private final int[][] groups;
  private final Block block;
  private final Heap heap;

  /// Rows whose stamp is the current mark were chosen.
  private final long[] chosen;

  private long mark;

  public TopK(Frame frame, Best best, VectorOperator of, ScalarOperator k, Grouping grouping) {
    super(frame, of.rows(), of, k);
    this.best = best;
    this.of = of;
    this.k = k;
    this.groups = grouping.members();
    this.block = new Block(frame, of.size());
    this.chosen = new long[of.size()];
    this.heap = new Heap(best == Best.GREATEST);
  }

  @Override
  public void prepare() {
    super.prepare();
    block.pull(of);
    for (int step = 0; step < frame.size(); step++) {
      int most = Parameters.count(k.at(step), of.size());
      for (int g = 0; g < groups.length; g++) {
        choose(groups[g], step, most);
        keepChosen(groups[g], step);
      }
      frame.budget().spend(of.size());
    }
  }

  /// All other rows of the group have no value here.
  private void keepChosen(int[] group, int step) {
    mark++;
    while (heap.size() > 0) {
      chosen[heap.poll()] = mark;
    }
    for (int row : group) {
      if (chosen[row] != mark) {
        block.put(row, step, Absent.STALE);
      }
    }
  }

  private void choose(int[] group, int step, int most) {
    heap.clear(Math.min(most, group.length));
    for (int row : group) {
      if (block.has(row, step) && (best != Best.FIRST || heap.size() < most)) {
        heap.offer(row, block.at(row, step), most);
      }
    }
  }

  @Override
  public void row(int row, double[] out) {
    block.copy(row, out);
  }

  /// Group after group, the best first.
  @Override
  public int order(int[] rows) {
    int count = 0;
    int most = Parameters.count(k.at(0), of.size());
    for (int g = 0; g < groups.length; g++) {
      choose(groups[g], 0, most);
      int size = heap.size();
      for (int i = size; i > 0; i--) {
        rows[count + i - 1] = heap.poll();
      }
      count += size;
    }
    return count;
  }

  @Override
  public String describe() {
    return describe(best == Best.FIRST ? "limitk" : best == Best.LEAST ? "bottomk" : "topk");
  }
}
