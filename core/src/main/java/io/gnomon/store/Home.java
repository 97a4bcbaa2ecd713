package io.gnomon.store;

/// One place where samples of a series are: a column of a table.
record Home(Table table, int column) {
  boolean sharesTarget(Home other) {
    return table.target.equals(other.table.target);
  }
}
