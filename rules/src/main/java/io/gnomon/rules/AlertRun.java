package io.gnomon.rules;

import io.gnomon.alert.AlertBook.Change;
import io.gnomon.alert.AlertState;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Threshold;
import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Plan;
import io.gnomon.promql.Result;
import io.gnomon.rules.template.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An alerting rule at work. Its alerts stand in an array beside the rows of the answer; a row
/// finds its alert by labels when the plan is bound, and by place after that.
final class AlertRun extends RuleRun {
  private static final String NAME = "alertname";

  private final AlertRule rule;
  private final String key;
  private final AlertState.Hold hold;
  private final boolean downwards;
  private final boolean settledLabels;
  private final Map<String, Template> labels;
  private final Map<String, Template> annotations;
  private final List<Change> changes;
  private final Map<Labels, ActiveAlert> byLabels = new HashMap<>();
  private final List<ActiveAlert> active = new ArrayList<>();
  private volatile List<ActiveAlert> shown = List.of();
  private @Nullable ActiveAlert[] rows = {};
  private long binding = -1;
  private boolean appended;

  /// What changes is added to `changes`, for the group to write down.
  AlertRun(
      AlertRule rule, RuleContext context, RuleGroup group, String target, List<Change> changes) {
    super(context, group, target);
    this.rule = rule;
    this.key = target;
    this.hold = rule.holds();
    this.downwards = Threshold.isBelow(rule.expr());
    this.labels = templates(rule.labels());
    this.annotations = templates(rule.annotations());
    this.settledLabels = labels.values().stream().allMatch(Template::dependsOnLabelsOnly);
    this.changes = changes;
  }

  private static Map<String, Template> templates(Map<String, String> texts) {
    var templates = new TreeMap<String, Template>();
    texts.forEach((name, text) -> templates.put(name, Template.parse(text)));
    return templates;
  }

  @Override
  AlertRule rule() {
    return rule;
  }

  @Override
  String yields() {
    return "alerts";
  }

  String key() {
    return key;
  }

  /// Takes over alerts of before: firing ones fire on, pending ones wait on from where they were.
  void takeOver(List<Entry.Changed> entries, long now) {
    for (var entry : entries) {
      var state = shifted(entry.state(), context.restart().downtime(), now);
      if (!(state instanceof AlertState.Inactive)) {
        var alert = ActiveAlert.remembered(this, entry, state);
        byLabels.put(alert.labels(), alert);
        active.add(alert);
      }
    }
    shown = List.copyOf(active);
  }

  private static AlertState shifted(AlertState state, long downtime, long now) {
    return switch (state) {
      case AlertState.Pending(var since) -> new AlertState.Pending(Math.min(now, since + downtime));
      case AlertState.Firing(var since, var firedAt, var quiet) ->
          new AlertState.Firing(Math.min(now, since), Math.min(now, firedAt), Math.min(now, quiet));
      case AlertState.Inactive _, AlertState.Resolved _ -> state;
    };
  }

  @Override
  void accept(Plan plan, Result result, long time) {
    if (plan.binding() != binding || rows.length != result.size()) {
      rows = new @Nullable ActiveAlert[result.size()];
      binding = plan.binding();
    }
    see(result, time);
    checkLimit(group.limit() == 0 ? 0 : activeAt(time));
    if (move(time)) {
      shown = List.copyOf(active);
    }
    append(time);
  }

  /// Marks the alerts whose expression answers. Two series of one alert are an error, found before
  /// any state changes.
  private void see(Result result, long time) {
    for (int row = 0; row < rows.length; row++) {
      double value = result.values(row)[0];
      if (!Absent.is(value)) {
        var alert = alert(row, result, value, time);
        if (!alert.see(value, time, downwards)) {
          throw new RuleException(
              "vector contains metrics with the same labelset after applying alert labels");
        }
      }
    }
  }

  private ActiveAlert alert(int row, Result result, double value, long time) {
    var alert = rows[row];
    if (alert == null || !settledLabels || alert.state() instanceof AlertState.Inactive) {
      alert = find(result.labels(row), value, time);
      rows[row] = alert;
    }
    return alert;
  }

  private ActiveAlert find(Labels source, double value, long time) {
    var identity = identity(source, value, time);
    var alert = byLabels.get(identity);
    if (alert == null) {
      alert = new ActiveAlert(this, source, identity);
      byLabels.put(identity, alert);
      active.add(alert);
    }
    alert.comesFrom(source);
    return alert;
  }

  private Labels identity(Labels source, double value, long time) {
    var map = new TreeMap<>(source.without(Labels.NAME).toMap());
    var templateContext = context.templateContext(source, value, time);
    labels.forEach((name, text) -> map.put(name, text.renderOrExplain(templateContext)));
    map.put(NAME, rule.name());
    return Labels.of(map);
  }

  /// Takes every alert to its next state; true when any changed.
  private boolean move(long time) {
    boolean moved = false;
    for (int i = active.size() - 1; i >= 0; i--) {
      var alert = active.get(i);
      if (!alert.seen(time) && alert.mayBeMissing(time, context.restart().settledAt())) {
        continue;
      }
      var state = alert.state();
      var next = state.next(alert.seen(time), time, hold);
      if (next != state) {
        alert.enter(next);
        changes.add(new Change(alert, alert.changed(time)));
        moved = true;
      }
      if (next instanceof AlertState.Inactive) {
        active.remove(i);
        byLabels.remove(alert.labels());
        moved = true;
      }
    }
    return moved;
  }

  /// How many would be pending or firing after this slot.
  private int activeAt(long time) {
    return (int)
        active.stream()
            .filter(alert -> alert.state().next(alert.seen(time), time, hold).isActive())
            .count();
  }

  /// After the last alert one empty row follows, which ends its series.
  private void append(long time) {
    if (active.isEmpty() && !appended) {
      return;
    }
    var appender = appender();
    appender.begin(time - group.queryOffset().toMillis());
    for (int i = 0; i < active.size(); i++) {
      active.get(i).append(appender);
    }
    appender.commit();
    appended = !active.isEmpty();
  }

  /// The annotations for these labels and that value; a label set of before a restart knows no more
  /// than what was written down.
  Labels annotations(Labels source, double value, long time, Labels before) {
    if (time == ActiveAlert.NEVER) {
      return before;
    }
    var map = new TreeMap<String, String>();
    var templateContext = context.templateContext(source, value, time);
    annotations.forEach((name, text) -> map.put(name, text.renderOrExplain(templateContext)));
    return Labels.of(map);
  }

  String generatorUrl() {
    return context.externalUrl()
        + "/graph?g0.expr="
        + URLEncoder.encode(rule.query(), StandardCharsets.UTF_8)
        + "&g0.tab=1";
  }

  @Override
  List<ActiveAlert> alerts() {
    return shown;
  }
}
