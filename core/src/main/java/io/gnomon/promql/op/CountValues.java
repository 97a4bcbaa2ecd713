package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Numbers;
import java.util.ArrayList;
import java.util.List;

/// `count_values`: how often each value occurs in a group; the value becomes a label. The one
/// operator whose rows depend on values: a value never seen before is kept for the next binding,
/// and the plan is bound again at once.
public final class CountValues extends VectorOperator {
  private final VectorOperator of;
  private final int[][] groups;
  private final List<SeenValues> seen;
  private final Block block;
  private final Block answer;
  private final int[] firstRow;

  private CountValues(
      Frame frame,
      List<Row> rows,
      VectorOperator of,
      int[][] groups,
      List<SeenValues> seen,
      int[] firstRow) {
    super(frame, rows, of);
    this.of = of;
    this.groups = groups;
    this.seen = seen;
    this.firstRow = firstRow;
    this.block = new Block(frame, of.size());
    this.answer = new Block(frame, rows.size());
  }

  public static VectorOperator of(
      Frame frame, String label, VectorOperator of, Grouping grouping, SeenValues.Book book) {
    var rows = new ArrayList<Row>();
    var seen = new ArrayList<SeenValues>();
    var firstRow = new int[grouping.groups().size()];
    for (int g = 0; g < firstRow.length; g++) {
      var group = grouping.groups().get(g);
      var values = book.of(group.labels());
      firstRow[g] = rows.size();
      seen.add(values);
      for (int i = 0; i < values.size(); i++) {
        rows.add(new Row(label(group.labels(), label, values.at(i)), group.nameless()));
      }
    }
    var counts = new CountValues(frame, rows, of, grouping.members(), seen, firstRow);
    return Relabel.of(frame, "count_values", counts, rows);
  }

  private static Labels label(Labels group, String label, double value) {
    return group.with(label, Numbers.plain(value));
  }

  @Override
  public void prepare() {
    super.prepare();
    block.pull(of);
    answer.clear();
    boolean complete = true;
    for (int g = 0; g < groups.length; g++) {
      for (int row : groups[g]) {
        complete &= count(g, block.row(row));
      }
    }
    if (!complete) {
      throw Rebind.NEEDED;
    }
  }

  /// False when a value has no row yet.
  private boolean count(int group, double[] line) {
    boolean complete = true;
    for (int k = 0; k < frame.size(); k++) {
      if (!Absent.is(line[k])) {
        complete &= count(group, line[k], k);
      }
    }
    return complete;
  }

  private boolean count(int group, double value, int k) {
    int row = firstRow[group] + seen.get(group).indexOf(value);
    if (row >= size() || row >= end(group)) {
      return false;
    }
    answer.put(row, k, answer.has(row, k) ? answer.at(row, k) + 1 : 1);
    return true;
  }

  private int end(int group) {
    return group + 1 < firstRow.length ? firstRow[group + 1] : size();
  }

  @Override
  public void row(int row, double[] out) {
    answer.copy(row, out);
  }

  @Override
  public String describe() {
    return describe("count_values");
  }
}
