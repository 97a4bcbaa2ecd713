package io.gnomon.promql.op;

import io.gnomon.promql.Expr;
import io.gnomon.promql.Expr.Cardinality;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.fn.Arithmetic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arithmetic or comparison between two vectors. Who meets whom was settled when bound; at each
/// point it is only seen who is there. Marks that grow from point to point save clearing. As in the
/// reference, `fill_left` fills the many side and `fill_right` the one side, also under
/// `group_right`, where these are not the sides they are written on.
public final class Join extends VectorOperator {
  private final Expr.Binary expr;
  private final Expr.Matching matching;
  private final Parts parts;
  private final Block many;
  private final Block one;
  private final Block answer;
  private final @Nullable Double manyFill;
  private final @Nullable Double oneFill;

  /// The one side's row that is present in a match group, when its stamp is the current mark.
  private final int[] present;

  private final long[] presentMark;
  private final long[] matchedMark;
  private final long[] writtenMark;
  private final int[] writtenGroup;
  private long mark;

  /// What is settled when a join is bound.
  private record Parts(
      VectorOperator many,
      VectorOperator one,
      int[] manyGroup,
      int[] oneGroup,
      int[] oneRank,
      int groups,
      int[][] pairs,
      int[] manyAlone,
      int[] oneAlone,
      List<Row> rows) {}

  private Join(Frame frame, Expr.Binary expr, Expr.Matching matching, Parts parts) {
    super(frame, parts.rows(), parts.many(), parts.one());
    this.expr = expr;
    this.matching = matching;
    this.parts = parts;
    this.many = new Block(frame, parts.many().size());
    this.one = new Block(frame, parts.one().size());
    this.answer = new Block(frame, parts.rows().size());
    this.manyFill = matching.fillLeft();
    this.oneFill = matching.fillRight();
    this.present = new int[parts.groups()];
    this.presentMark = new long[parts.groups()];
    this.matchedMark = new long[parts.groups()];
    this.writtenMark = new long[parts.rows().size()];
    this.writtenGroup = new int[parts.rows().size()];
  }

  public static Join of(
      Frame frame,
      Expr.Binary expr,
      Expr.Matching matching,
      VectorOperator left,
      VectorOperator right) {
    boolean swapped = matching.cardinality() == Cardinality.ONE_TO_MANY;
    var many = swapped ? right : left;
    var one = swapped ? left : right;
    var signatures = new Signatures(matching);
    int[] manyGroup = signatures.number(many.rows());
    int[] oneGroup = signatures.number(one.rows());
    int[][] oneOfGroup = Signatures.members(oneGroup, signatures.size());
    var names = new JoinRows(expr, matching, frame, signatures, many.rows(), one.rows());
    int[][] pairs = names.pairs(manyGroup, oneOfGroup);
    boolean fills = matching.fillLeft() != null || matching.fillRight() != null;
    int[] manyAlone = fills ? names.alone(many.rows(), true) : new int[0];
    int[] oneAlone = fills ? names.alone(one.rows(), false) : new int[0];
    return new Join(
        frame,
        expr,
        matching,
        new Parts(
            many,
            one,
            manyGroup,
            oneGroup,
            ranks(oneGroup, oneOfGroup),
            signatures.size(),
            pairs,
            manyAlone,
            oneAlone,
            names.rows()));
  }

  private static int[] ranks(int[] groupOf, int[][] members) {
    var ranks = new int[groupOf.length];
    for (int[] rows : members) {
      for (int i = 0; i < rows.length; i++) {
        ranks[rows[i]] = i;
      }
    }
    return ranks;
  }

  private boolean swapped() {
    return matching.cardinality() == Cardinality.ONE_TO_MANY;
  }

  @Override
  public void prepare() {
    super.prepare();
    many.pull(parts.many());
    one.pull(parts.one());
    answer.clear();
    for (int k = 0; k < frame.size(); k++) {
      mark++;
      if (canMatch(k)) {
        seeOnes(k);
        matchMany(k);
        if (manyFill != null) {
          fillMany(k, manyFill);
        }
      }
      frame.budget().spend(parts.manyGroup().length + parts.oneGroup().length);
    }
  }

  /// Without a value on one side nothing can match, and nothing can be wrong.
  private boolean canMatch(int k) {
    boolean fills = manyFill != null || oneFill != null;
    boolean left = many.any(k);
    boolean right = one.any(k);
    return fills ? left || right : left && right;
  }

  private void seeOnes(int k) {
    for (int o = 0; o < parts.oneGroup().length; o++) {
      if (one.has(o, k)) {
        int group = parts.oneGroup()[o];
        if (presentMark[group] == mark) {
          throw manyToMany(o, present[group]);
        }
        presentMark[group] = mark;
        present[group] = o;
      }
    }
  }

  private void matchMany(int k) {
    for (int m = 0; m < parts.manyGroup().length; m++) {
      if (!many.has(m, k)) {
        continue;
      }
      int group = parts.manyGroup()[m];
      if (presentMark[group] == mark) {
        int o = present[group];
        write(parts.pairs()[m][parts.oneRank()[o]], group, k, many.at(m, k), one.at(o, k));
      } else if (oneFill != null) {
        write(parts.manyAlone()[m], group, k, many.at(m, k), oneFill);
      }
    }
  }

  private void fillMany(int k, double fill) {
    for (int o = 0; o < parts.oneGroup().length; o++) {
      int group = parts.oneGroup()[o];
      if (one.has(o, k) && matchedMark[group] != mark) {
        write(parts.oneAlone()[o], group, k, fill, one.at(o, k));
      }
    }
  }

  /// Also a pair that a comparison filters away counts as a match.
  private void write(int row, int group, int k, double manyValue, double oneValue) {
    claim(row, group);
    double left = swapped() ? oneValue : manyValue;
    double right = swapped() ? manyValue : oneValue;
    boolean holds = Arithmetic.holds(expr.op(), left, right);
    if (expr.bool()) {
      put(row, k, holds ? 1 : 0);
    } else if (holds) {
      put(row, k, Arithmetic.of(expr.op(), left, right));
    }
  }

  private void claim(int row, int group) {
    boolean oneToOne = matching.cardinality() == Cardinality.ONE_TO_ONE;
    if (oneToOne && matchedMark[group] == mark) {
      throw JoinErrors.needsGroup();
    }
    if (!oneToOne && writtenMark[row] == mark && writtenGroup[row] == group) {
      throw JoinErrors.notUnique();
    }
    matchedMark[group] = mark;
    writtenMark[row] = mark;
    writtenGroup[row] = group;
  }

  private void put(int row, int k, double value) {
    if (answer.has(row, k)) {
      throw Relabel.sameLabels();
    }
    answer.put(row, k, value);
  }

  private QueryException manyToMany(int a, int b) {
    var rows = parts.one().rows();
    return JoinErrors.manyToMany(
        new Signatures(matching).key(rows.get(a).labels()),
        swapped() ? "left" : "right",
        rows.get(a).labels(),
        rows.get(b).labels());
  }

  @Override
  public void row(int row, double[] out) {
    answer.copy(row, out);
  }

  @Override
  public String describe() {
    return describe("join " + expr.op());
  }
}
