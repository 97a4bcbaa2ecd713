package io.gnomon.collect.postgres;

/// What pg_stat_statements has counted for one statement.
record StatementCounts(double calls, double seconds, double rows) {
  static final StatementCounts NONE = new StatementCounts(0, 0, 0);

  StatementCounts plus(StatementCounts more) {
    return new StatementCounts(calls + more.calls, seconds + more.seconds, rows + more.rows);
  }

  /// How much was counted since an earlier look. The server forgets statements and counts them anew
  /// from 0; then all of it is new.
  StatementCounts since(StatementCounts earlier) {
    return calls < earlier.calls || seconds < earlier.seconds
        ? this
        : new StatementCounts(
            calls - earlier.calls, seconds - earlier.seconds, rows - earlier.rows);
  }
}
