package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.promql.BinaryOp;
import io.gnomon.promql.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `and`, `or`, `unless`: values of the left (for `or` also of the right), by whether a match group
/// has any value on the other side.
public final class SetOperation {
  private SetOperation() {}

  public static VectorOperator of(
      Frame frame, BinaryOp op, Expr.Matching matching, VectorOperator left, VectorOperator right) {
    var signatures = new Signatures(matching);
    int[] leftGroup = signatures.number(left.rows());
    int[] rightGroup = signatures.number(right.rows());
    int groups = signatures.size();
    return switch (op) {
      case AND ->
          new Filter(
              frame, "and", left, leftGroup, new Presence(frame, right, rightGroup, groups), true);
      case UNLESS ->
          new Filter(
              frame,
              "unless",
              left,
              leftGroup,
              new Presence(frame, right, rightGroup, groups),
              false);
      case OR -> {
        var more =
            new Filter(
                frame,
                "or",
                right,
                rightGroup,
                new Presence(frame, left, leftGroup, groups),
                false);
        yield Union.of(frame, left, more);
      }
      default -> throw new IllegalArgumentException(op.toString());
    };
  }

  /// Which match groups have a value at a point.
  private static final class Presence {
    private final Frame frame;
    private final VectorOperator of;
    private final int[] groupOf;
    private final double[][] present;
    private double[] line = {};

    Presence(Frame frame, VectorOperator of, int[] groupOf, int groups) {
      this.frame = frame;
      this.of = of;
      this.groupOf = groupOf;
      this.present = new double[groups][0];
    }

    void see() {
      for (int g = 0; g < present.length; g++) {
        present[g] = frame.fit(present[g]);
        Arrays.fill(present[g], 0, frame.size(), 0);
      }
      line = frame.fit(line);
      for (int r = 0; r < groupOf.length; r++) {
        of.row(r, line);
        mark(present[groupOf[r]]);
      }
    }

    private void mark(double[] group) {
      for (int k = 0; k < frame.size(); k++) {
        if (!Absent.is(line[k])) {
          group[k] = 1;
        }
      }
    }

    boolean has(int group, int k) {
      return present[group][k] != 0;
    }
  }

  /// Keeps the values whose match group is present on the other side, or those whose group is not.
  private static final class Filter extends VectorOperator {
    private final String name;
    private final VectorOperator of;
    private final int[] groupOf;
    private final Presence other;
    private final boolean wanted;

    Filter(
        Frame frame,
        String name,
        VectorOperator of,
        int[] groupOf,
        Presence other,
        boolean wanted) {
      super(frame, of.rows(), of, other.of);
      this.name = name;
      this.of = of;
      this.groupOf = groupOf;
      this.other = other;
      this.wanted = wanted;
    }

    @Override
    public void prepare() {
      super.prepare();
      other.see();
    }

    @Override
    public void row(int row, double[] out) {
      of.row(row, out);
      for (int k = 0; k < frame.size(); k++) {
        if (!Absent.is(out[k]) && other.has(groupOf[row], k) != wanted) {
          out[k] = Absent.STALE;
        }
      }
    }

    @Override
    public String describe() {
      return describe(name);
    }
  }

  /// The rows of two vectors, one after the other.
  private static final class Union extends VectorOperator {
    private final VectorOperator left;
    private final VectorOperator right;

    private Union(Frame frame, List<Row> rows, VectorOperator left, VectorOperator right) {
      super(frame, rows, right);
      this.left = left;
      this.right = right;
    }

    /// The right side is a filter that prepares the left one too.
    static VectorOperator of(Frame frame, VectorOperator left, VectorOperator right) {
      var rows = new ArrayList<Row>(left.rows());
      rows.addAll(right.rows());
      return Relabel.of(frame, "or", new Union(frame, rows, left, right), rows);
    }

    @Override
    public void row(int row, double[] out) {
      if (row < left.size()) {
        left.row(row, out);
      } else {
        right.row(row - left.size(), out);
      }
    }

    @Override
    public String describe() {
      return describe("or");
    }
  }
}
