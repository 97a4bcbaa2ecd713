package io.gnomon.promql;

import io.gnomon.promql.op.MapValues;
import io.gnomon.promql.op.Missing;
import io.gnomon.promql.op.Nothing;
import io.gnomon.promql.op.ScalarVector;
import io.gnomon.promql.op.Select;
import io.gnomon.promql.op.Sort;
import io.gnomon.promql.op.VectorOperator;
import java.util.List;
import java.util.Map;

/// The functions of instant vectors.
final class InstantCalls {
  private InstantCalls() {}

  static void addTo(Map<String, Calls.Maker> makers) {
    makers.put("absent", InstantCalls::absent);
    makers.put("vector", (planner, call) -> vector(planner, call));
    makers.put("timestamp", InstantCalls::timestamp);
    makers.put("info", InfoCall::make);
    makers.put("sort", (planner, call) -> sort(planner, call, false));
    makers.put("sort_desc", (planner, call) -> sort(planner, call, true));
    makers.put(
        "start_timestamp", (planner, call) -> new Nothing(planner.frame(), call.function().name()));
    for (var name : List.of("avg", "count", "sum", "stddev", "stdvar")) {
      makers.put(
          "histogram_" + name,
          (planner, call) -> new Nothing(planner.frame(), call.function().name()));
    }
  }

  private static VectorOperator absent(Planner planner, Expr.Call call) {
    var arg = call.args().getFirst();
    return new Missing(planner.frame(), planner.vector(arg), AbsentLabels.of(arg));
  }

  private static VectorOperator vector(Planner planner, Expr.Call call) {
    return new ScalarVector(planner.frame(), planner.scalar(call.args().getFirst()));
  }

  /// A selector's own samples have their own times; anything else is of the evaluation's time.
  private static VectorOperator timestamp(Planner planner, Expr.Call call) {
    if (unwrap(call.args().getFirst()) instanceof Expr.Select select) {
      return planner.dropNames(planner.select(select, Select.Aspect.TIME));
    }
    var grid = planner.frame().grid();
    return planner.dropNames(
        new MapValues(
            planner.frame(),
            "timestamp",
            planner.vector(call.args().getFirst()),
            (_, k) -> grid.at(k) / 1000.0));
  }

  private static Expr unwrap(Expr expr) {
    return expr instanceof Expr.Paren paren ? unwrap(paren.of()) : expr;
  }

  private static VectorOperator sort(Planner planner, Expr.Call call, boolean descending) {
    return new Sort(
        planner.frame(),
        planner.vector(call.args().getFirst()),
        descending,
        planner.sortNote(call));
  }
}
