package io.gnomon.rules;

import io.gnomon.alert.AlertBook;
import io.gnomon.alert.AlertState;
import io.gnomon.model.Absent;
import io.gnomon.model.Durations;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.QueryException;
import io.gnomon.rules.RuleTestFile.Expected;
import io.gnomon.rules.RuleTestFile.Sample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One test: its series, its rules evaluated from time 0 on, its expectations.
final class RuleTestRun {
  private final RuleTestFile.Case test;
  private final List<RuleGroup> groups;
  private final long every;
  private final MemorySeries series = new MemorySeries();
  private final Engine engine = new Engine(series, Options.DEFAULT);
  private final Map<String, MemoryAppender> appenders = new HashMap<>();
  private final List<String> failures = new ArrayList<>();

  RuleTestRun(RuleTestFile.Case test, List<RuleGroup> groups, Duration every) {
    this.test = test;
    this.groups = groups;
    this.every = every.toMillis();
  }

  /// What was other than expected, in words.
  List<String> failures() {
    test.series().forEach(this::load);
    var context = context();
    var runs = groups.stream().map(group -> new GroupRun(group, context)).toList();
    for (long time = 0; time <= end(); time += every) {
      for (var run : runs) {
        run.evaluate(time);
        errors(run, time);
      }
      checkAlerts(runs, time);
    }
    test.queryChecks().forEach(this::checkQuery);
    return failures;
  }

  private void load(RuleTestFile.Series one) {
    int id = series.id(one.labels());
    long time = 0;
    for (var value : one.values()) {
      if (value != null) {
        series.add(id, time, value);
      }
      time += test.interval().toMillis();
    }
  }

  private RuleContext context() {
    return new RuleContext(
        engine,
        Limits.NONE,
        target -> appenders.computeIfAbsent(target, _ -> new MemoryAppender(series)),
        new AlertBook(_ -> {}, Duration.ZERO, test.externalLabels()),
        test.externalLabels(),
        test.externalUrl(),
        InstantSource.system(),
        RuleContext.Restart.NONE);
  }

  private long end() {
    long end = 0;
    for (var check : test.alertChecks()) {
      end = Math.max(end, check.at().toMillis());
    }
    for (var check : test.queryChecks()) {
      end = Math.max(end, check.at().toMillis());
    }
    return end;
  }

  private void errors(GroupRun run, long time) {
    for (var rule : run.runs()) {
      var error = rule.health().error();
      if (!error.isEmpty()) {
        failures.add("rule %s, time %s: %s".formatted(rule.rule().name(), print(time), error));
      }
    }
  }

  /// A check between two evaluations sees what the one before it left.
  private void checkAlerts(List<GroupRun> runs, long time) {
    for (var check : test.alertChecks()) {
      long at = check.at().toMillis();
      if (time <= at && at < time + every) {
        compare(
            "alertname: " + check.alertname() + ", time: " + print(at),
            check.alerts(),
            firing(runs, check.alertname()));
      }
    }
  }

  private static List<Expected> firing(List<GroupRun> runs, String alertname) {
    var firing = new ArrayList<Expected>();
    for (var run : runs) {
      for (var rule : run.runs()) {
        if (rule.rule().name().equals(alertname)) {
          rule.alerts().stream()
              .filter(alert -> alert.state() instanceof AlertState.Firing)
              .forEach(alert -> firing.add(new Expected(alert.labels(), alert.annotations())));
        }
      }
    }
    return firing;
  }

  private void checkQuery(RuleTestFile.QueryCheck check) {
    var what = "expr: " + check.query() + ", time: " + print(check.at().toMillis());
    try {
      var result = engine.plan(check.query(), Limits.NONE).at(check.at().toMillis());
      var got = new ArrayList<Sample>();
      for (int row = 0; row < result.size(); row++) {
        double value = result.values(row)[0];
        if (!Absent.is(value)) {
          got.add(new Sample(result.labels(row), value));
        }
      }
      compare(what, check.samples(), got);
    } catch (QueryException e) {
      failures.add(what + ": " + e.getMessage());
    }
  }

  private <T> void compare(String what, List<T> expected, List<T> got) {
    var wanted = sorted(expected);
    var found = sorted(got);
    if (!wanted.equals(found)) {
      failures.add(what + ", expected: " + wanted + ", got: " + found);
    }
  }

  private static <T> List<String> sorted(List<T> items) {
    return items.stream().map(Object::toString).sorted().toList();
  }

  private static String print(long time) {
    return Durations.print(Duration.ofMillis(time));
  }
}
