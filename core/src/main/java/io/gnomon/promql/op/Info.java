package io.gnomon.promql.op;

import io.gnomon.model.Matcher;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import java.util.List;

/// `info`: a vector's rows with labels of the info series of the same instance and job. Which of
/// them there are may change from point to point; of two of one metric the newer counts.
public final class Info extends VectorOperator {
  private final VectorOperator of;
  private final VectorOperator times;
  private final InfoRows rows;
  private final int[][][] candidates;
  private final boolean[] staysAlone;
  private final int[][] combinations;
  private final Block base;
  private final Block sampled;
  private final Block answer;

  private Info(
      Frame frame,
      VectorOperator of,
      VectorOperator times,
      InfoRows rows,
      int[][] combinations,
      int[][][] candidates) {
    super(frame, rows.rows(), of, times);
    this.of = of;
    this.times = times;
    this.rows = rows;
    this.candidates = candidates;
    this.combinations = combinations;
    this.staysAlone = new boolean[of.size()];
    for (int r = 0; r < staysAlone.length; r++) {
      staysAlone[r] = rows.staysAlone(r);
    }
    this.base = new Block(frame, of.size());
    this.sampled = new Block(frame, times.size());
    this.answer = new Block(frame, rows.rows().size());
  }

  /// `times` has the rows of the info series, their samples' times as values; the matchers are
  /// those of the info series' names and of the labels that are wanted.
  public static Info of(
      Frame frame, VectorOperator of, VectorOperator times, List<Matcher> matchers) {
    var rows = new InfoRows(of.rows(), times.rows(), matchers);
    int[][][] candidates = rows.candidates();
    var combinations = new int[of.size()][];
    for (int r = 0; r < combinations.length; r++) {
      combinations[r] = combinations(r, candidates[r], rows);
    }
    return new Info(frame, of, times, rows, combinations, candidates);
  }

  /// The answer's row for every choice of one series, or none, of each metric.
  private static int[] combinations(int row, int[][] metrics, InfoRows rows) {
    int count = 1;
    for (int[] metric : metrics) {
      count = Math.multiplyExact(count, metric.length + 1);
    }
    var numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(row, choice(i, metrics), rows);
    }
    return numbers;
  }

  /// -1 for series whose labels contradict: an error only once they are there together.
  private static int number(int row, int[] present, InfoRows rows) {
    try {
      return rows.number(row, present);
    } catch (QueryException _) {
      return -1;
    }
  }

  private static int[] choice(int number, int[][] metrics) {
    var chosen = new int[metrics.length];
    int rest = number;
    for (int m = 0; m < metrics.length; m++) {
      int which = rest % (metrics[m].length + 1);
      chosen[m] = which == 0 ? -1 : metrics[m][which - 1];
      rest /= metrics[m].length + 1;
    }
    return chosen;
  }

  @Override
  public void prepare() {
    super.prepare();
    base.pull(of);
    sampled.pull(times);
    answer.clear();
    for (int r = 0; r < of.size(); r++) {
      for (int k = 0; k < frame.size(); k++) {
        if (base.has(r, k)) {
          enrich(r, k);
        }
      }
    }
  }

  private void enrich(int row, int k) {
    int number = 0;
    int weight = 1;
    for (int[] metric : candidates[row]) {
      number += weight * newest(metric, k);
      weight *= metric.length + 1;
    }
    if (number == 0 && !staysAlone[row]) {
      return;
    }
    int target = combinations[row][number];
    if (target < 0) {
      rows.number(row, choice(number, candidates[row]));
    }
    if (answer.has(target, k)) {
      throw Relabel.sameLabels();
    }
    answer.put(target, k, base.at(row, k));
  }

  /// The place, from 1, of the series whose sample is the newest; 0 when none has one.
  private int newest(int[] metric, int k) {
    int best = 0;
    for (int i = 0; i < metric.length; i++) {
      if (!sampled.has(metric[i], k)) {
        continue;
      }
      if (best > 0 && sampled.at(metric[i], k) == sampled.at(metric[best - 1], k)) {
        throw duplicate(metric[best - 1], metric[i], k);
      }
      if (best == 0 || sampled.at(metric[i], k) > sampled.at(metric[best - 1], k)) {
        best = i + 1;
      }
    }
    return best;
  }

  private QueryException duplicate(int existing, int other, int k) {
    return new QueryException(
        Kind.EXECUTION,
        "found duplicate series for info metric: existing %s @ %d, new %s @ %d"
            .formatted(
                JoinErrors.print(times.rows().get(existing).labels()),
                Math.round(sampled.at(existing, k) * 1000),
                JoinErrors.print(times.rows().get(other).labels()),
                Math.round(sampled.at(other, k) * 1000)));
  }

  @Override
  public void row(int row, double[] out) {
    answer.copy(row, out);
  }

  @Override
  public String describe() {
    return describe("info");
  }
}
