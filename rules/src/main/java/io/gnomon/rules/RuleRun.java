package io.gnomon.rules;

import io.gnomon.promql.Expr;
import io.gnomon.promql.Plan;
import io.gnomon.promql.Result;
import io.gnomon.store.Appender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule at work: bound to its series, evaluated slot by slot, by one thread at a time. How the
/// last evaluation went may be asked from anywhere.
abstract sealed class RuleRun implements AutoCloseable permits RecordingRun, AlertRun {
  protected final RuleContext context;
  protected final RuleGroup group;
  private final String target;
  private @Nullable Plan plan;
  private @Nullable Appender appender;
  private long lastEvaluation;
  private long lastDuration;
  private volatile String lastError = "";

  /// `error` is empty when all went well; times in milliseconds, the duration in nanoseconds.
  record Health(String error, long lastEvaluation, long duration) {
    String word() {
      if (!error.isEmpty()) {
        return "err";
      }
      return lastEvaluation == 0 ? "unknown" : "ok";
    }
  }

  RuleRun(RuleContext context, RuleGroup group, String target) {
    this.context = context;
    this.group = group;
    this.target = target;
  }

  abstract Rule rule();

  /// Works on the answer for that slot; throws when it cannot be used, having changed nothing.
  abstract void accept(Plan plan, Result result, long time);

  /// Evaluates at a slot. An error leaves everything as it was.
  final void evaluate(long time) {
    long start = System.nanoTime();
    var error = "";
    try {
      var bound = plan();
      var result = bound.at(time - group.queryOffset().toMillis());
      checkType(result);
      accept(bound, result, time);
    } catch (RuntimeException e) {
      error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
    told(error, time, System.nanoTime() - start);
  }

  /// Plain fields behind one volatile write, so that an evaluation allocates nothing.
  private void told(String error, long time, long duration) {
    lastEvaluation = time;
    lastDuration = duration;
    lastError = error;
  }

  Health health() {
    var error = lastError;
    return new Health(error, lastEvaluation, lastDuration);
  }

  private static void checkType(Result result) {
    if (result.type() != Expr.Type.VECTOR && result.type() != Expr.Type.SCALAR) {
      throw new RuleException("rule result is not a vector or scalar");
    }
  }

  private Plan plan() {
    var bound = plan;
    if (bound == null) {
      bound = context.engine().plan(rule().expr(), context.limits());
      plan = bound;
    }
    return bound;
  }

  final Appender appender() {
    var open = appender;
    if (open == null) {
      open = context.appenders().apply(target);
      appender = open;
    }
    return open;
  }

  String target() {
    return target;
  }

  /// Ends the series of a rule that is gone.
  final void end(long time) {
    appender().end(time);
  }

  void checkLimit(int count) {
    if (group.limit() > 0 && count > group.limit()) {
      throw new RuleException(
          "exceeded limit of %d with %d %s".formatted(group.limit(), count, yields()));
    }
  }

  abstract String yields();

  /// The alerts that it keeps, for the rule that takes its place.
  List<ActiveAlert> alerts() {
    return List.of();
  }

  @Override
  public void close() {
    if (appender != null) {
      appender.close();
    }
  }
}
