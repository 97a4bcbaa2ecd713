package io.gnomon.rules;

import io.gnomon.alert.AlertBook;
import io.gnomon.model.Labels;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Result;
import io.gnomon.rules.template.Context;
import io.gnomon.store.Appender;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What rules need from the house.
public record RuleContext(
    Engine engine,
    Limits limits,
    Function<String, Appender> appenders,
    AlertBook book,
    Labels externalLabels,
    String externalUrl,
    InstantSource clock,
    Restart restart) {

  /// After a restart: how long nothing was evaluated, and until when an alert of before may be
  /// missing without being resolved, since its data may not be there yet. In milliseconds.
  public record Restart(long downtime, long settledAt) {
    public static final Restart NONE = new Restart(0, 0);
  }

  Context templateContext(Labels labels, double value, long time) {
    return new Context(
        labels, value, time, externalLabels, externalUrl, query -> query(query, time));
  }

  private List<Context.Sample> query(String query, long time) {
    var result = engine.plan(query, limits).at(time);
    var samples = new ArrayList<Context.Sample>();
    for (int i = 0; i < result.size(); i++) {
      add(result, result.row(i), samples);
    }
    return samples;
  }

  private static void add(Result result, int row, List<Context.Sample> samples) {
    double value = result.values(row)[0];
    if (!io.gnomon.model.Absent.is(value)) {
      samples.add(new Context.Sample(result.labels(row), value));
    }
  }

  RuleContext settled() {
    return new RuleContext(
        engine, limits, appenders, book, externalLabels, externalUrl, clock, Restart.NONE);
  }
}
