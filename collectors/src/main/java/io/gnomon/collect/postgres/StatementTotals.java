package io.gnomon.collect.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counters of statements that only rise, whatever the server forgets: the increments between two
/// looks, added up here. Statements that take most of the time get counters of their own, up to a
/// limit; all others share one by role and database, so that the sum is exact.
final class StatementTotals {
  static final String OTHER = "other";

  private static final int MOST_AT_A_TIME = 20;
  private static final int MOST_OWN = 200;
  private static final int MOST_SHARED = 1000;
  private static final int MOST_REMEMBERED = 20_000;

  /// A statement as the server tells them apart.
  record Statement(long user, long database, long query, boolean topLevel) {}

  /// The labels of a counter.
  record Counter(String user, String database, String query) {}

  private record Increment(Counter own, StatementCounts counts) {}

  private final Map<Counter, StatementCounts> totals = new LinkedHashMap<>();
  private Map<Statement, StatementCounts> seen = new HashMap<>();
  private Map<Statement, StatementCounts> now = new HashMap<>();
  private final List<Increment> increments = new ArrayList<>();
  private boolean knowsAll; // so that a statement not seen is a new one
  private int own;

  /// Begins a look; one before it that was not ended is forgotten.
  void begin() {
    now = new HashMap<>();
    increments.clear();
  }

  /// Takes what the server says of one statement; of the first look nothing counts, it is where
  /// counting begins.
  void look(Statement statement, String user, String database, StatementCounts counts) {
    if (now.size() >= MOST_REMEMBERED) {
      return;
    }
    now.merge(statement, counts, StatementCounts::plus);
    totals.computeIfAbsent(shared(user, database), _ -> StatementCounts.NONE);
    var earlier = seen.getOrDefault(statement, knowsAll ? StatementCounts.NONE : counts);
    var increment = counts.since(earlier);
    if (increment.calls() > 0) {
      var counter = new Counter(user, database, Long.toString(statement.query()));
      increments.add(new Increment(counter, increment));
    }
  }

  private Counter shared(String user, String database) {
    var counter = new Counter(user, database, OTHER);
    return totals.size() - own < MOST_SHARED || totals.containsKey(counter)
        ? counter
        : new Counter(OTHER, OTHER, OTHER);
  }

  /// Ends a look: adds its increments, the most expensive first.
  void add() {
    increments.sort(Comparator.comparingDouble(i -> -i.counts.seconds()));
    for (int i = 0; i < increments.size(); i++) {
      var increment = increments.get(i);
      totals.merge(counter(increment.own, i), increment.counts, StatementCounts::plus);
    }
    seen = now;
    knowsAll = seen.size() < MOST_REMEMBERED;
    begin();
  }

  private Counter counter(Counter wished, int rank) {
    if (totals.containsKey(wished)) {
      return wished;
    }
    if (rank < MOST_AT_A_TIME && own < MOST_OWN) {
      own++;
      return wished;
    }
    return shared(wished.user(), wished.database());
  }

  Map<Counter, StatementCounts> totals() {
    return totals;
  }
}
