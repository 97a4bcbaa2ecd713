package io.gnomon.promql;

import io.gnomon.model.Absent;
import io.gnomon.promql.fn.Dates;
import io.gnomon.promql.fn.Elementary;
import io.gnomon.promql.fn.InstantFunction;
import io.gnomon.promql.op.Constant;
import io.gnomon.promql.op.MapValues;
import io.gnomon.promql.op.Operator;
import io.gnomon.promql.op.ScalarOperator;
import io.gnomon.promql.op.ScalarVector;
import io.gnomon.promql.op.VectorOperator;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// The functions of one value at a time: elementary ones, dates, limits.
final class MathCalls {
  private MathCalls() {}

  static void addTo(Map<String, Calls.Maker> makers) {
    plain(makers);
    trigonometric(makers);
    dates(makers);
    makers.put("round", MathCalls::round);
    makers.put("clamp", MathCalls::clamp);
    makers.put("clamp_min", (planner, call) -> limit(planner, call, Elementary::max));
    makers.put("clamp_max", (planner, call) -> limit(planner, call, Elementary::min));
  }

  private static void plain(Map<String, Calls.Maker> makers) {
    put(makers, "abs", Math::abs);
    put(makers, "ceil", Math::ceil);
    put(makers, "exp", Math::exp);
    put(makers, "floor", Math::floor);
    put(makers, "ln", Math::log);
    put(makers, "log2", Elementary::log2);
    put(makers, "log10", Math::log10);
    put(makers, "sgn", Elementary::sign);
    put(makers, "sqrt", Math::sqrt);
  }

  private static void trigonometric(Map<String, Calls.Maker> makers) {
    put(makers, "acos", Math::acos);
    put(makers, "acosh", Elementary::acosh);
    put(makers, "asin", Math::asin);
    put(makers, "asinh", Elementary::asinh);
    put(makers, "atan", Math::atan);
    put(makers, "atanh", Elementary::atanh);
    put(makers, "cos", Math::cos);
    put(makers, "cosh", Math::cosh);
    put(makers, "sin", Math::sin);
    put(makers, "sinh", Math::sinh);
    put(makers, "tan", Math::tan);
    put(makers, "tanh", Math::tanh);
    put(makers, "deg", x -> x * 180 / Math.PI);
    put(makers, "rad", x -> x * Math.PI / 180);
  }

  private static void dates(Map<String, Calls.Maker> makers) {
    put(makers, "minute", Dates::minute);
    put(makers, "hour", Dates::hour);
    put(makers, "day_of_week", Dates::dayOfWeek);
    put(makers, "day_of_month", Dates::dayOfMonth);
    put(makers, "day_of_year", Dates::dayOfYear);
    put(makers, "days_in_month", Dates::daysInMonth);
    put(makers, "month", Dates::month);
    put(makers, "year", Dates::year);
  }

  private static void put(
      Map<String, Calls.Maker> makers, String name, DoubleUnaryOperator function) {
    makers.put(
        name, (planner, call) -> map(planner, call, (value, _) -> function.applyAsDouble(value)));
  }

  private static VectorOperator map(
      Planner planner, Expr.Call call, InstantFunction function, Operator... params) {
    return planner.dropNames(
        new MapValues(
            planner.frame(), call.function().name(), vector(planner, call), function, params));
  }

  /// The first argument, or else the evaluation time, which dates fall back on.
  private static VectorOperator vector(Planner planner, Expr.Call call) {
    return call.args().isEmpty()
        ? new ScalarVector(planner.frame(), Calls.time(planner.frame()))
        : planner.vector(call.args().getFirst());
  }

  private static VectorOperator round(Planner planner, Expr.Call call) {
    ScalarOperator to =
        call.args().size() > 1
            ? planner.scalar(call.args().get(1))
            : new Constant(planner.frame(), 1);
    return map(planner, call, (value, k) -> Elementary.round(value, to.at(k)), to);
  }

  private interface Limit {
    double of(double limit, double value);
  }

  private static VectorOperator limit(Planner planner, Expr.Call call, Limit limit) {
    var by = planner.scalar(call.args().get(1));
    return map(planner, call, (value, k) -> limit.of(by.at(k), value), by);
  }

  /// Nothing lies between limits that are the wrong way round.
  private static VectorOperator clamp(Planner planner, Expr.Call call) {
    var least = planner.scalar(call.args().get(1));
    var most = planner.scalar(call.args().get(2));
    return map(
        planner,
        call,
        (value, k) ->
            most.at(k) < least.at(k)
                ? Absent.STALE
                : Elementary.clamp(value, least.at(k), most.at(k)),
        least,
        most);
  }
}
