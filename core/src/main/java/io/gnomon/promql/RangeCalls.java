package io.gnomon.promql;

import io.gnomon.promql.fn.Increase;
import io.gnomon.promql.fn.OverTime;
import io.gnomon.promql.fn.Quantiles;
import io.gnomon.promql.fn.RangeFunction;
import io.gnomon.promql.fn.Regression;
import io.gnomon.promql.fn.Smoothing;
import io.gnomon.promql.op.Missing;
import io.gnomon.promql.op.NotCounter;
import io.gnomon.promql.op.Operator;
import io.gnomon.promql.op.OverWindow;
import io.gnomon.promql.op.VectorOperator;
import java.util.Map;
import java.util.function.Supplier;

/// The functions of range vectors.
final class RangeCalls {
  private RangeCalls() {}

  static void addTo(Map<String, Calls.Maker> makers) {
    counters(makers);
    plain(makers, "delta", Increase::delta);
    plain(makers, "irate", () -> OverTime::instantRate);
    plain(makers, "idelta", () -> OverTime::instantDelta);
    plain(makers, "changes", () -> OverTime::changes);
    plain(makers, "resets", () -> OverTime::resets);
    overTime(makers, "count", OverTime::count);
    overTime(makers, "present", OverTime::present);
    overTime(makers, "sum", OverTime::sum);
    overTime(makers, "avg", OverTime::average);
    overTime(makers, "min", OverTime::min);
    overTime(makers, "max", OverTime::max);
    overTime(makers, "stddev", OverTime::deviation);
    overTime(makers, "stdvar", OverTime::variance);
    overTime(makers, "ts_of_first", OverTime::timeOfFirst);
    overTime(makers, "ts_of_last", OverTime::timeOfLast);
    overTime(makers, "ts_of_min", OverTime::timeOfMin);
    overTime(makers, "ts_of_max", OverTime::timeOfMax);
    makers.put("first_over_time", (planner, call) -> over(planner, call, OverTime::first));
    makers.put("last_over_time", (planner, call) -> over(planner, call, OverTime::last));
    makers.put("absent_over_time", RangeCalls::absent);
    makers.put("quantile_over_time", RangeCalls::quantile);
    overTime(makers, "mad", Quantiles.MedianDeviation::new);
    plain(makers, "deriv", () -> new Regression()::slope);
    makers.put("predict_linear", RangeCalls::predict);
    makers.put("double_exponential_smoothing", RangeCalls::smooth);
  }

  private static void counters(Map<String, Calls.Maker> makers) {
    makers.put("rate", (planner, call) -> counter(planner, call, Increase.rate()));
    makers.put("increase", (planner, call) -> counter(planner, call, Increase.increase()));
  }

  private static void overTime(
      Map<String, Calls.Maker> makers, String name, RangeFunction function) {
    overTime(makers, name, () -> function);
  }

  private static void overTime(
      Map<String, Calls.Maker> makers, String name, Supplier<RangeFunction> function) {
    plain(makers, name + "_over_time", function);
  }

  /// A function of the window alone that makes other values of the series'.
  private static void plain(
      Map<String, Calls.Maker> makers, String name, Supplier<RangeFunction> function) {
    makers.put(name, (planner, call) -> planner.dropNames(over(planner, call, function.get())));
  }

  private static VectorOperator over(Planner planner, Expr.Call call, RangeFunction function) {
    var name = call.function().name();
    var window = call.args().getFirst();
    var extended = ExtendedCalls.of(name, window);
    return new OverWindow(
        planner.frame(), name, planner.window(window), extended == null ? function : extended);
  }

  private static VectorOperator counter(Planner planner, Expr.Call call, RangeFunction function) {
    var watched =
        NotCounter.watch(
            planner.frame(),
            over(planner, call, function),
            planner.binder().notes(),
            call.args().getFirst().span());
    return planner.dropNames(watched);
  }

  private static VectorOperator absent(Planner planner, Expr.Call call) {
    return new Missing(
        planner.frame(),
        over(planner, call, OverTime::present),
        AbsentLabels.of(call.args().getFirst()));
  }

  private static VectorOperator quantile(Planner planner, Expr.Call call) {
    ExtendedCalls.of(call.function().name(), call.args().get(1));
    var share = planner.scalar(call.args().get(0));
    var outside =
        planner
            .binder()
            .notes()
            .warning("quantile value should be between 0 and 1, got %s", call.args().get(0).span());
    var function = new Quantiles.OverTime(share::at, outside::raise);
    return planner.dropNames(
        new OverWindow(
            planner.frame(),
            call.function().name(),
            planner.window(call.args().get(1)),
            function,
            share));
  }

  private static VectorOperator predict(Planner planner, Expr.Call call) {
    var seconds = planner.scalar(call.args().get(1));
    var grid = planner.frame().grid();
    var line = new Regression();
    return withParams(
        planner,
        call,
        span -> line.predict(span, grid.at(span.step), seconds.at(span.step)),
        seconds);
  }

  private static VectorOperator smooth(Planner planner, Expr.Call call) {
    var factor = planner.scalar(call.args().get(1));
    var trend = planner.scalar(call.args().get(2));
    return withParams(
        planner,
        call,
        span ->
            Smoothing.of(
                span,
                share("smoothing factor", "sf", factor.at(span.step)),
                share("trend factor", "tf", trend.at(span.step))),
        factor,
        trend);
  }

  private static double share(String what, String sign, double value) {
    if (!(value > 0 && value < 1)) {
      throw new QueryException(
          QueryException.Kind.EXECUTION,
          "invalid %s. Expected: 0 < %s < 1, got: %f".formatted(what, sign, value));
    }
    return value;
  }

  private static VectorOperator withParams(
      Planner planner, Expr.Call call, RangeFunction function, Operator... params) {
    ExtendedCalls.of(call.function().name(), call.args().getFirst());
    return planner.dropNames(
        new OverWindow(
            planner.frame(),
            call.function().name(),
            planner.window(call.args().getFirst()),
            function,
            params));
  }
}
