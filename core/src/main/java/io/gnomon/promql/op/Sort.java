package io.gnomon.promql.op;

import io.gnomon.model.Absent;

/// `sort` and `sort_desc`: changes nothing but the order of an instant vector; NaN comes last.
public final class Sort extends Reordered {
  private final Heap heap;

  public Sort(Frame frame, VectorOperator of, boolean descending, Note ineffective) {
    super(frame, of, ineffective);
    this.heap = new Heap(descending);
  }

  @Override
  public int order(int[] rows) {
    heap.clear(of.size());
    for (int r = 0; r < of.size(); r++) {
      double value = first(r);
      if (!Absent.is(value)) {
        heap.offer(r, value, of.size());
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
