package io.gnomon.promql;

import io.gnomon.model.Labels;
import io.gnomon.promql.QueryException.Kind;
import io.gnomon.promql.op.Relabel;
import io.gnomon.promql.op.Row;
import io.gnomon.promql.op.SortByLabel;
import io.gnomon.promql.op.VectorOperator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// `label_replace` and `label_join`: nothing but other labels, so all of it is done when bound.
final class LabelCalls {
  private LabelCalls() {}

  static void addTo(Map<String, Calls.Maker> makers) {
    makers.put("label_replace", LabelCalls::replace);
    makers.put("label_join", LabelCalls::join);
    makers.put("sort_by_label", (planner, call) -> sort(planner, call, 1));
    makers.put("sort_by_label_desc", (planner, call) -> sort(planner, call, -1));
  }

  private static VectorOperator replace(Planner planner, Expr.Call call) {
    var target = string(call, 1);
    var replacement = LabelReplacement.of(string(call, 2), string(call, 3), string(call, 4));
    checkTarget(call, target);
    return relabel(
        planner,
        call,
        row -> {
          var value = replacement.of(row.labels());
          return value == null ? row : with(row, target, value);
        });
  }

  private static VectorOperator join(Planner planner, Expr.Call call) {
    var target = string(call, 1);
    var separator = string(call, 2);
    var sources = call.args().stream().skip(3).map(Planner::string).toList();
    for (var source : sources) {
      if (!Literals.isLabelName(source)) {
        throw failure("invalid source label name in label_join(): " + source);
      }
    }
    checkTarget(call, target);
    return relabel(
        planner, call, row -> with(row, target, joined(row.labels(), sources, separator)));
  }

  private static String joined(Labels labels, List<String> sources, String separator) {
    return sources.stream().map(labels::get).collect(Collectors.joining(separator));
  }

  /// A row that is given a name has one, whatever was dropped before.
  private static Row with(Row row, String target, String value) {
    return new Row(row.labels().with(target, value), row.nameless() && !target.equals(Labels.NAME));
  }

  private static VectorOperator relabel(
      Planner planner, Expr.Call call, UnaryOperator<Row> change) {
    var of = planner.vector(call.args().getFirst());
    return Relabel.of(
        planner.frame(), call.function().name(), of, of.rows().stream().map(change).toList());
  }

  private static VectorOperator sort(Planner planner, Expr.Call call, int sign) {
    var labels = call.args().stream().skip(1).map(Planner::string).toList();
    return new SortByLabel(
        planner.frame(),
        planner.vector(call.args().getFirst()),
        labels,
        sign,
        planner.sortNote(call));
  }

  private static void checkTarget(Expr.Call call, String target) {
    if (!Literals.isLabelName(target)) {
      throw failure(
          "invalid destination label name in %s(): %s".formatted(call.function().name(), target));
    }
  }

  private static String string(Expr.Call call, int i) {
    return Planner.string(call.args().get(i));
  }

  private static QueryException failure(String message) {
    return new QueryException(Kind.EXECUTION, message);
  }
}
