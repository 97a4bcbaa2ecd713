package io.gnomon.store;

/// One place where samples of a series are: a column of a table.
record Home(Table table, int column) {}
