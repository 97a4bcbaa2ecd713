package io.gnomon.web.page;

import io.gnomon.promql.Function;
import io.gnomon.promql.Functions;
import java.util.List;
import java.util.stream.Collectors;

/// A query and its answer.
///
/// @param error empty when the query was answered
/// @param before the part of the query before the error, `at` the rest
/// @param chart the answer over time, beside the table of now
public record ExplorePage(
    Frame frame,
    String expr,
    String error,
    String before,
    String at,
    List<Row> rows,
    int hidden,
    DashboardPage chart) {
  /// The words of the language, for completion.
  public String functions() {
    return Functions.all().stream().map(Function::name).collect(Collectors.joining(" "));
  }

  public record Row(String series, String value) {}
}
