package io.gnomon.rules;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Plan;
import io.gnomon.promql.Result;
import io.gnomon.store.Appender;
import java.util.HashMap;
import java.util.TreeMap;

/// A recording rule at work. The columns of its rows are settled when the plan is bound; after that
/// a slot moves numbers only.
final class RecordingRun extends RuleRun {
  private final RecordingRule rule;
  private long binding = -1;
  private int layout = -1;
  private int[] columns = {};

  /// For each row the first row with the same labels, mostly itself.
  private int[] firsts = {};

  private long[] seen = {};
  private long slot;

  RecordingRun(RecordingRule rule, RuleContext context, RuleGroup group, String target) {
    super(context, group, target);
    this.rule = rule;
  }

  @Override
  RecordingRule rule() {
    return rule;
  }

  @Override
  String yields() {
    return "series";
  }

  @Override
  void accept(Plan plan, Result result, long time) {
    var appender = appender();
    if (plan.binding() != binding
        || appender.layout() != layout
        || columns.length != result.size()) {
      bind(result, appender);
      binding = plan.binding();
      layout = appender.layout();
    }
    checkLimit(count(result));
    appender.begin(time - group.queryOffset().toMillis());
    for (int row = 0; row < columns.length; row++) {
      double value = result.values(row)[0];
      if (!Absent.is(value)) {
        appender.put(columns[row], value);
      }
    }
    appender.commit();
  }

  private void bind(Result result, Appender appender) {
    int size = result.size();
    var byLabels = new HashMap<Labels, Integer>();
    columns = new int[size];
    firsts = new int[size];
    seen = new long[size];
    for (int row = 0; row < size; row++) {
      var labels = named(result.labels(row));
      columns[row] = appender.column(labels);
      Integer first = byLabels.putIfAbsent(labels, row);
      firsts[row] = first == null ? row : first;
    }
  }

  private Labels named(Labels labels) {
    var map = new TreeMap<>(labels.toMap());
    map.putAll(rule.labels());
    map.put(Labels.NAME, rule.name());
    return Labels.of(map);
  }

  /// Counts the series there are; two of the same labels are an error.
  private int count(Result result) {
    slot++;
    int count = 0;
    for (int row = 0; row < columns.length; row++) {
      if (!Absent.is(result.values(row)[0])) {
        if (seen[firsts[row]] == slot) {
          throw new RuleException(
              "vector contains metrics with the same labelset after applying rule labels");
        }
        seen[firsts[row]] = slot;
        count++;
      }
    }
    return count;
  }
}
