package io.gnomon.promql.op;

import io.gnomon.model.Absent;

/// `sort` and `sort_desc`: changes nothing but the order of an instant vector; NaN comes last.
public final class Sort extends VectorOperator {
  private final VectorOperator of;
  private final Heap heap;
  private final Note ineffective;
  private double[] line = {};

  public Sort(Frame frame, VectorOperator of, boolean descending, Note ineffective) {
    super(frame, of.rows(), of);
    this.of = of;
    this.heap = new Heap(descending);
    this.ineffective = ineffective;
  }

  @Override
  public void prepare() {
    super.prepare();
    if (frame.size() > 1) {
      ineffective.raise();
    }
  }

  @Override
  public void row(int row, double[] out) {
    of.row(row, out);
  }

  @Override
  public int order(int[] rows) {
    heap.clear(of.size());
    line = frame.fit(line);
    for (int r = 0; r < of.size(); r++) {
      of.row(r, line);
      if (!Absent.is(line[0])) {
        heap.offer(r, line[0], of.size());
      }
    }
    int count = heap.size();
    for (int i = count; i > 0; i--) {
      rows[i - 1] = heap.poll();
    }
    return count;
  }

  @Override
  public String describe() {
    return describe("sort");
  }
}
