package io.gnomon.promql;

import io.gnomon.promql.op.ComputedScalar;
import io.gnomon.promql.op.Frame;
import io.gnomon.promql.op.OnlyValue;
import io.gnomon.promql.op.ScalarOperator;
import io.gnomon.promql.op.VectorOperator;
import java.util.HashMap;
import java.util.Map;

/// Plans function calls: the table from a function's name to what makes its operator.
final class Calls {
  /// Makes the operator of one call.
  @FunctionalInterface
  interface Maker {
    VectorOperator make(Planner planner, Expr.Call call);
  }

  private static final Map<String, Maker> MAKERS = makers();

  private Calls() {}

  private static Map<String, Maker> makers() {
    var makers = new HashMap<String, Maker>();
    RangeCalls.addTo(makers);
    InstantCalls.addTo(makers);
    LabelCalls.addTo(makers);
    MathCalls.addTo(makers);
    HistogramCalls.addTo(makers);
    return Map.copyOf(makers);
  }

  static VectorOperator vector(Planner planner, Expr.Call call) {
    var maker = MAKERS.get(call.function().name());
    if (maker == null) {
      throw new QueryException(
          QueryException.Kind.EXECUTION,
          "function " + call.function().name() + " is not supported");
    }
    return maker.make(planner, call);
  }

  static ScalarOperator scalar(Planner planner, Expr.Call call) {
    var frame = planner.frame();
    var query = frame.query();
    var name = call.function().name();
    return switch (name) {
      case "time" -> time(frame);
      case "pi" -> new ComputedScalar(frame, name, _ -> Math.PI);
      case "scalar" -> new OnlyValue(frame, planner.vector(call.args().getFirst()));
      case "start" -> new ComputedScalar(frame, name, _ -> query.start() / 1000.0);
      case "end" -> new ComputedScalar(frame, name, _ -> query.end() / 1000.0);
      case "step" -> new ComputedScalar(frame, name, _ -> query.step() / 1000.0);
      case "range" -> new ComputedScalar(frame, name, _ -> (query.end() - query.start()) / 1000.0);
      case "min_of", "max_of" -> extreme(planner, call, name.equals("max_of"));
      default -> throw new IllegalStateException("no scalar function: " + name);
    };
  }

  /// The evaluation time in seconds.
  static ScalarOperator time(Frame frame) {
    var grid = frame.grid();
    return new ComputedScalar(frame, "time", k -> grid.at(k) / 1000.0);
  }

  private static ScalarOperator extreme(Planner planner, Expr.Call call, boolean greatest) {
    var a = planner.scalar(call.args().get(0));
    var b = planner.scalar(call.args().get(1));
    return new ComputedScalar(
        planner.frame(),
        call.function().name(),
        greatest ? k -> Math.max(a.at(k), b.at(k)) : k -> Math.min(a.at(k), b.at(k)),
        a,
        b);
  }
}
