package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.store.Window;
import java.util.List;

/// What a plan answers: rows of values on a grid, one row a series, a hole (`Absent.is`) where
/// there is no value. It shows the plan's own arrays: good until the plan runs again.
public interface Result {
  /// Scalars have one row with empty labels; strings have none.
  Expr.Type type();

  Grid grid();

  /// Number of rows, holes-only rows among them.
  int size();

  /// The row that stands at place i of the answer: sort and topk order instant vectors.
  int row(int i);

  Labels labels(int row);

  /// `grid().size()` values or more: what lies behind the grid's size means nothing. A range vector
  /// has none.
  double[] values(int row);

  /// The samples of a range vector's row, which only an instant query gives; a row may have none.
  void samples(int row, Window into);

  /// The text of a string result.
  String string();

  /// Warnings and infos, as Prometheus words them.
  List<String> warnings();

  List<String> infos();
}
