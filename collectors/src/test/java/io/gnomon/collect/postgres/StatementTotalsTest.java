package io.gnomon.collect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.postgres.StatementTotals.Counter;
import io.gnomon.collect.postgres.StatementTotals.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementTotalsTest {
  private final StatementTotals totals = new StatementTotals();

  private void look(int... idAndCalls) {
    totals.begin();
    for (int i = 0; i < idAndCalls.length; i += 2) {
      int calls = idAndCalls[i + 1];
      var statement = new Statement(10, 20, idAndCalls[i], true);
      totals.look(statement, "app", "shop", new StatementCounts(calls, calls / 1000.0, calls));
    }
    totals.add();
  }

  private double calls(String query) {
    return totals
        .totals()
        .getOrDefault(new Counter("app", "shop", query), StatementCounts.NONE)
        .calls();
  }

  private double sum() {
    return totals.totals().values().stream().mapToDouble(StatementCounts::calls).sum();
  }

  @Test
  void theFirstLookIsWhereCountingBegins() {
    look(1, 1000);
    assertThat(sum()).isZero();
    look(1, 1003);
    assertThat(calls("1")).isEqualTo(3);
  }

  @Test
  void aNewStatementCountsFromItsBeginning() {
    look(1, 5);
    look(1, 5, 2, 7);
    assertThat(calls("2")).isEqualTo(7);
  }

  @Test
  void aStatementTheServerForgotCountsAnewAndTheSumNeverFalls() {
    look(1, 5);
    look(1, 9);
    look();
    assertThat(sum()).isEqualTo(4);
    look(1, 2);
    assertThat(sum()).isEqualTo(6);
    look(1, 1);
    assertThat(sum()).isEqualTo(7);
  }

  @Test
  void aLookThatBrokeOffIsAsIfItHadNotBeen() {
    look(1, 5);
    totals.begin();
    totals.look(new Statement(10, 20, 1, true), "app", "shop", new StatementCounts(8, 1, 1));
    look(1, 9);
    assertThat(sum()).isEqualTo(4);
  }

  @Test
  void fiveThousandStatementsMakeAtMostTwoHundredCountersAndOne() {
    look(IntStream.range(0, 10_000).map(i -> i % 2 == 0 ? i / 2 : 1).toArray());
    for (int round = 2; round < 40; round++) {
      int calls = round;
      look(IntStream.range(0, 10_000).map(i -> i % 2 == 0 ? i / 2 : calls).toArray());
      assertThat(sum()).isEqualTo(5000.0 * (round - 1));
    }
    assertThat(totals.totals()).hasSizeLessThanOrEqualTo(201);
    assertThat(calls(StatementTotals.OTHER)).isPositive();
  }

  @Test
  void theMostExpensiveStatementsGetTheCounters() {
    look();
    look(IntStream.range(0, 60).map(i -> i % 2 == 0 ? i / 2 : i == 59 ? 500 : 1).toArray());
    assertThat(calls("29")).isEqualTo(500);
    assertThat(totals.totals()).hasSize(21);
  }
}
