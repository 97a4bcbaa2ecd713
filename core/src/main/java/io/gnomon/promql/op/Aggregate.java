package io.gnomon.promql.op;

import io.gnomon.promql.AggregateOp;

/// An aggregation that takes one row after the other, so that the rows are never all in memory.
public final class Aggregate extends VectorOperator {
  private final AggregateOp op;
  private final VectorOperator of;
  private final Grouping grouping;
  private final Accumulator[] groups;
  private double[] line = {};

  public Aggregate(Frame frame, AggregateOp op, VectorOperator of, Grouping grouping) {
    super(frame, grouping.groups(), of);
    this.op = op;
    this.of = of;
    this.grouping = grouping;
    this.groups = new Accumulator[grouping.groups().size()];
    for (int g = 0; g < groups.length; g++) {
      groups[g] = Accumulators.of(op, frame);
    }
  }

  @Override
  public void prepare() {
    super.prepare();
    line = frame.fit(line);
    for (int g = 0; g < groups.length; g++) {
      groups[g].clear();
    }
    for (int r = 0; r < of.size(); r++) {
      of.row(r, line);
      groups[grouping.of(r)].add(line);
    }
  }

  @Override
  public void row(int row, double[] out) {
    groups[row].finish(out);
  }

  @Override
  public String describe() {
    return describe(op.word());
  }
}
