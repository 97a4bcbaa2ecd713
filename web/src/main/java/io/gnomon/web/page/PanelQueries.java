package io.gnomon.web.page;

import io.gnomon.model.Absent;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.Result;
import io.gnomon.web.api.Queries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Asks what panels show.
final class PanelQueries {
  /// Enough for a line as wide as a panel.
  private static final int POINTS = 120;

  /// Ends fall on these milliseconds: a first sample shows soon, and viewers ask the same.
  private static final long ALIGN = 5000;

  private final Queries queries;

  PanelQueries(Queries queries) {
    this.queries = queries;
  }

  PanelData ask(Dashboard.Panel panel, TimeRange range) {
    var series = new ArrayList<PanelData.Series>();
    try {
      for (var query : panel.queries()) {
        series.addAll(ask(query, range));
      }
      return new PanelData(panel, range, series, "");
    } catch (QueryException e) {
      return new PanelData(panel, range, series, String.valueOf(e.getMessage()));
    }
  }

  private List<PanelData.Series> ask(Dashboard.Query query, TimeRange range) {
    long step = range.step(POINTS);
    long end = range.to() / ALIGN * ALIGN;
    long start = end - (range.to() - range.from()) / step * step;
    return queries.range(
        start, end, step, query.expr(), queries.limits(), result -> series(query, result));
  }

  private static List<PanelData.Series> series(Dashboard.Query query, Result result) {
    var series = new ArrayList<PanelData.Series>();
    for (int i = 0; i < result.size(); i++) {
      int row = result.row(i);
      var values = Arrays.copyOf(result.values(row), result.grid().size());
      if (Arrays.stream(values).anyMatch(value -> !Absent.is(value))) {
        series.add(new PanelData.Series(Legend.of(query.legend(), result.labels(row)), values));
      }
    }
    return series;
  }
}
