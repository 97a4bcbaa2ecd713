package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.model.Labels;
import io.gnomon.promql.QueryException.Kind;
import io.gnomon.promql.corpus.MemorySource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Queries that would cost too much are refused, or end when their time is up, and others go on.
class HostilePlanTest {
  private static final long DAY = 86_400_000;
  private static final int SERIES = 12_000;

  private final Engine engine = new Engine(source(), Options.DEFAULT);

  /// As many series as values: a hundred points each.
  private static MemorySource source() {
    Map<Labels, double[]> series = new LinkedHashMap<>();
    for (int i = 0; i < SERIES; i++) {
      series.put(Labels.of(Labels.NAME, "a", "i", "" + i), new double[] {i, i, i});
    }
    return MemorySource.EMPTY.with(15_000, series);
  }

  private void refuses(String query, Limits limits, Kind kind, String message) {
    assertThatThrownBy(() -> engine.plan(query, limits).run(DAY, 60_000, 100))
        .isInstanceOfSatisfying(
            QueryException.class, error -> assertThat(error.kind()).isEqualTo(kind))
        .hasMessage(message);
  }

  @Test
  void countValuesStopsAtTenThousandValues() {
    assertThatThrownBy(() -> engine.plan("count_values(\"v\", a)", Limits.DEFAULT).at(15_000))
        .isInstanceOf(QueryException.class)
        .hasMessage("count_values: more than 10000 different values");
  }

  @Test
  void aSubqueryOfAYearInMillisecondsIsTooMuch() {
    refuses(
        "count_over_time(a{i=\"1\"}[1y:1ms])",
        Limits.DEFAULT,
        Kind.EXECUTION,
        "query processing would load too many samples into memory in query execution");
  }

  @Test
  void nestedSubqueriesEndWhenTheirTimeIsUp() {
    refuses(
        "sum_over_time(sum_over_time(sum_over_time(vector(1)[1d:1s])[1d:1s])[1d:1s])",
        new Limits(200, 5_000_000, 11_000, 50_000),
        Kind.TIMEOUT,
        "query timed out in expression evaluation");
  }

  @Test
  void aJoinOfAllWithAllIsTooMuch() {
    refuses(
        "a * on () group_left () a",
        Limits.DEFAULT,
        Kind.EXECUTION,
        "query processing would load too many samples into memory in query execution");
  }

  @Test
  void moreSeriesThanAllowedAreNotSelected() {
    refuses(
        "sum(a)",
        new Limits(10_000, 5_000_000, 11_000, 1000),
        Kind.EXECUTION,
        "query selects more than 1000 series; ask for fewer labels or aggregate by a recording rule");
  }

  @Test
  void moreThanElevenThousandPointsAreNotAnswered() {
    assertThatThrownBy(() -> engine.plan("vector(1)", Limits.DEFAULT).run(0, 1000, 11_001))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "exceeded maximum resolution of 11000 points per timeseries. Try decreasing the query"
                + " resolution (?step=XX)");
  }

  @Test
  void aQueryCanBeCanceledWhileItRuns() throws InterruptedException {
    var plan =
        engine.plan(
            "sum_over_time(sum_over_time(vector(1)[1d:1s])[1d:1s])",
            new Limits(60_000, 50_000_000, 11_000, 50_000));
    var failure = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    var runner =
        Thread.ofPlatform()
            .start(() -> {
              try {
                plan.run(DAY, 60_000, 1000);
              } catch (QueryException e) {
                failure.set(e);
              }
            });
    assertThat(engine.plan("count(a)", Limits.DEFAULT).at(15_000).values(0)[0]).isEqualTo(SERIES);
    plan.cancel();
    runner.join();
    assertThat(failure.get()).hasMessage("query was canceled in expression evaluation");
  }
}
