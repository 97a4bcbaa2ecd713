package io.gnomon.promql;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.op.Block;
import io.gnomon.promql.op.Operator;
import io.gnomon.promql.op.Relabel;
import io.gnomon.promql.op.Row;
import io.gnomon.promql.op.VectorOperator;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Rows of values. An instant vector comes in the order that `sort` or `topk` gave it; a range
/// query's rows are in the order of their labels.
final class VectorAnswer extends Answer {
  private final VectorOperator root;
  private final Block block;
  private final int[] byLabels;
  private final int[] ranked;
  private int[] order;

  VectorAnswer(Planner planner, Expr expr, VectorOperator of) {
    super(planner, expr);
    root =
        Relabel.of(
            planner.frame(),
            "drop names",
            of,
            of.rows().stream().map(row -> new Row(row.shown())).toList());
    block = new Block(planner.frame(), root.size());
    ranked = new int[root.size()];
    byLabels =
        IntStream.range(0, root.size())
            .boxed()
            .sorted(Comparator.comparing(this::labels))
            .mapToInt(Integer::intValue)
            .toArray();
    order = byLabels;
  }

  @Override
  void run() {
    root.prepare();
    block.pull(root);
    int count = grid().step() == 0 ? root.order(ranked) : -1;
    if (count >= 0) {
      addRest(count);
    }
    order = count < 0 ? byLabels : ranked;
  }

  /// The rows without a value come last.
  private void addRest(int count) {
    int place = count;
    for (int r = 0; r < ranked.length; r++) {
      if (Absent.is(block.row(r)[0])) {
        ranked[place++] = r;
      }
    }
  }

  @Override
  Operator root() {
    return root;
  }

  @Override
  public int size() {
    return root.size();
  }

  @Override
  public int row(int i) {
    return order[i];
  }

  @Override
  public Labels labels(int row) {
    return root.rows().get(row).labels();
  }

  @Override
  public double[] values(int row) {
    return block.row(row);
  }
}
