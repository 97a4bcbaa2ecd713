package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.model.Labels;
import io.gnomon.promql.corpus.MemorySource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The engine as rules and pages use it.
class EngineTest {
  private static final long STEP = 15_000;
  private static final MemorySource SOURCE =
      MemorySource.EMPTY.with(
          STEP,
          Map.of(
              Labels.of("__name__", "requests_total", "job", "api", "code", "200"), counter(10),
              Labels.of("__name__", "requests_total", "job", "api", "code", "500"), counter(1)));

  private final Engine engine = new Engine(SOURCE, Options.DEFAULT);

  private static double[] counter(double perStep) {
    var values = new double[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * perStep;
    }
    return values;
  }

  private Plan plan(String query) {
    return engine.plan(query, Limits.DEFAULT);
  }

  @Test
  void aPlanAnswersAgainAndAgain() {
    var plan = plan("sum by (job) (rate(requests_total[5m])) * 60");
    for (int slot = 30; slot < 90; slot++) {
      var result = plan.at(slot * STEP);
      assertThat(result.size()).isEqualTo(1);
      assertThat(result.labels(0)).isEqualTo(Labels.of("job", "api"));
      assertThat(result.values(0)[0]).isCloseTo(44, org.assertj.core.data.Offset.offset(1e-9));
    }
    assertThat(plan.binding()).isZero();
  }

  @Test
  void aRangeQueryHasAValueAtEveryPointOfItsGrid() {
    var result = plan("requests_total{code=\"500\"}").run(0, STEP, 50);
    assertThat(result.values(0)).hasSize(50).startsWith(0, 1, 2).endsWith(48, 49);
  }

  @Test
  void theAnswerOfTopkComesInItsOrder() {
    var result = plan("bottomk(2, requests_total)").at(10 * STEP);
    assertThat(result.labels(result.row(0)).get("code")).isEqualTo("500");
    assertThat(result.labels(result.row(1)).get("code")).isEqualTo("200");
  }

  @Test
  void aRangeVectorIsNoRangeQuery() {
    assertThatThrownBy(() -> plan("requests_total[5m]").run(0, STEP, 3))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "invalid expression type \"range vector\" for range query, must be Scalar or instant Vector");
  }

  @Test
  void aCanceledPlanAnswersNoMore() {
    var plan = plan("count_over_time(requests_total[1h:1s])");
    plan.cancel();
    assertThatThrownBy(() -> plan.run(0, STEP, 100))
        .isInstanceOf(QueryException.class)
        .hasMessage("query was canceled in expression evaluation");
  }

  @Test
  void thePlanExplainsItself() {
    assertThat(plan("sum(rate(requests_total[5m]))").explain())
        .isEqualTo(
            """
            sum (1 rows)
              drop names (2 rows)
                rate (2 rows)
                  window over [__name__="requests_total"] (2 rows)
            """);
  }

  @Test
  void countValuesForgetsValuesThatAreLongGone() {
    var ever = new double[30_000];
    java.util.Arrays.setAll(ever, i -> i);
    var source = MemorySource.EMPTY.with(STEP, Map.of(Labels.of("__name__", "id"), ever));
    var plan = new Engine(source, Options.DEFAULT).plan("count_values(\"v\", id)", Limits.DEFAULT);
    for (int i = 0; i < ever.length; i += 100) {
      var result = plan.run(i * STEP, STEP, 100);
      long present =
          java.util.stream.IntStream.range(0, result.size())
              .filter(row -> java.util.Arrays.stream(result.values(row)).anyMatch(v -> v == 1))
              .count();
      assertThat(present).isEqualTo(100);
    }
  }
}
