package io.gnomon.promql.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gnomon.promql.Engine;
import io.gnomon.promql.Grid;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.Result;
import io.gnomon.store.SeriesSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Runs an `eval` as the reference does: as it stands, with everything pinned by `@` at other
/// times, and each of these again as a range query whose middle point must say the same.
public final class EvalRunner {
  private static final Pattern ASKS_FOR_TIMES = Pattern.compile("(start|end|range|step)\\(\\)");
  private static final long MINUTE = 60_000;

  private final Eval eval;
  private final Engine engine;

  public EvalRunner(Eval eval, Options options) {
    this(eval, eval.source(), options);
  }

  /// The source holds what the eval's own does.
  public EvalRunner(Eval eval, SeriesSource source, Options options) {
    this.eval = eval;
    this.engine = new Engine(source, options);
  }

  public void run() {
    switch (eval.shape()) {
      case Eval.Shape.Instant(var time) -> {
        instant(eval.text(), time);
        if (!PinnedTimes.isUnsafe(eval.expr())) {
          var pinned = PinnedTimes.pin(eval.expr(), time).toString();
          otherTimes(time).forEach(at -> instant(pinned, at));
        }
      }
      case Eval.Shape.Range(var start, var end, var step) ->
          check(
              eval.text(),
              Grid.range(start, end, step),
              result -> compareRange(result, start, step));
    }
  }

  private static LongStream otherTimes(long time) {
    return time == 0
        ? LongStream.of(-1000, 0, 1000)
        : LongStream.of(-10 * time, 0, time / 5, time, 10 * time);
  }

  private void instant(String query, long time) {
    check(query, Grid.instant(time), this::compare);
    boolean once =
        ASKS_FOR_TIMES.matcher(query).find()
            || eval.expected().string != null
            || eval.expected().points != null
            || !eval.expected().fail.isEmpty();
    if (!once) {
      inTheMiddle(query, time);
    }
  }

  /// The range query around an instant must give the same in its middle.
  private void inTheMiddle(String query, long time) {
    var result = engine.plan(query, Limits.NONE).run(time - MINUTE, MINUTE, 3);
    if (!eval.expected().ordered) {
      var answers = Answers.of(result);
      assertThat(answers.labels()).as("range: %s", query).isSorted();
      compare(query + " (range)", answers.at(1));
    }
  }

  private interface Comparison {
    void compare(Answers answers);
  }

  private void check(String query, Grid grid, Comparison comparison) {
    var expected = eval.expected();
    Result result;
    try {
      result = engine.plan(query, Limits.NONE).run(grid.start(), grid.step(), grid.size());
    } catch (QueryException e) {
      if (expected.fail.isEmpty()) {
        throw e;
      }
      assertThat(expected.fail)
          .allMatch(text -> text.accepts(String.valueOf(e.getMessage())), e.getMessage());
      return;
    }
    if (!expected.fail.isEmpty()) {
      fail("%s at %d should have failed", query, grid.start());
    }
    annotations(result.warnings(), expected.warn, expected.noWarn);
    annotations(result.infos(), expected.info, expected.noInfo);
    comparison.compare(Answers.of(result));
  }

  private static void annotations(
      List<String> actual, List<Eval.TextMatch> expected, boolean none) {
    if (none) {
      assertThat(actual).isEmpty();
    }
    if (!expected.isEmpty()) {
      assertThat(expected).allMatch(text -> actual.stream().anyMatch(text::accepts), "" + actual);
      assertThat(actual).allMatch(text -> expected.stream().anyMatch(e -> e.accepts(text)));
    }
  }

  private void compare(Answers answers) {
    compare(eval.text(), answers);
  }

  private void compare(String query, Answers answers) {
    var expected = eval.expected();
    if (expected.string != null) {
      assertThat(answers.string()).isEqualTo(expected.string);
    } else if (expected.points != null) {
      compareRange(answers, expected.points.start(), expected.points.step());
    } else if (expected.scalar != null) {
      answers.assertScalar(query, expected.scalar);
    } else {
      answers.assertVector(query, expected.series, expected.ordered);
    }
  }

  private void compareRange(Answers answers, long start, long step) {
    answers.assertMatrix(eval.text(), eval.expected().series, start, step);
  }
}
