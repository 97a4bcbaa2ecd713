package io.gnomon.web.page;

import io.gnomon.collect.TargetState;
import io.gnomon.collect.TargetState.Health;
import io.gnomon.rules.GroupView;
import io.gnomon.rules.GroupView.AlertView;
import io.gnomon.rules.GroupView.AlertingView;
import io.gnomon.web.page.OverviewPage.AlertLine;
import io.gnomon.web.page.OverviewPage.Card;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `/`: all that is monitored at one glance, and the machine itself.
public final class OverviewPages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final String MACHINE = "system";

  private final Supplier<List<TargetState>> targets;
  private final Supplier<List<GroupView>> rules;
  private final DashboardPages dashboards;
  private final KeyNumbers numbers = KeyNumbers.builtin();

  public OverviewPages(
      Supplier<List<TargetState>> targets,
      Supplier<List<GroupView>> rules,
      DashboardPages dashboards) {
    this.targets = targets;
    this.rules = rules;
    this.dashboards = dashboards;
  }

  public void overview(Context ctx) {
    var states = targets.get();
    var machine = dashboards.page(ctx, MACHINE, "Overview", "总览");
    var reader = machine.frame().reader();
    var cards = states.stream().map(state -> card(state, reader, machine.range())).toList();
    var alerts = alerts(reader);
    long down = states.stream().filter(state -> state.health() == Health.DOWN).count();
    long firing = alerts.stream().filter(alert -> alert.state().equals("firing")).count();
    var page =
        new OverviewPage(
            machine.frame(),
            sentence(states.size(), down, firing, reader),
            down + firing == 0 ? "good" : "bad",
            alerts,
            cards,
            machine);
    ctx.html(TEMPLATES.pageOverview(page).render());
  }

  private static String sentence(int targets, long down, long firing, Reader reader) {
    if (targets == 0) {
      return reader.say("Nothing is monitored yet.", "还没有监控任何目标。");
    }
    if (down + firing == 0) {
      return reader.say("All is well.", "一切正常。");
    }
    return reader
        .say("Alerts firing: %d. Targets without answer: %d of %d.", "告警中：%d；无响应的目标：%d / %d。")
        .formatted(firing, down, targets);
  }

  private List<AlertLine> alerts(Reader reader) {
    long now = dashboards.now();
    return rules.get().stream()
        .flatMap(group -> group.rules().stream())
        .filter(AlertingView.class::isInstance)
        .map(AlertingView.class::cast)
        .flatMap(rule -> rule.alerts().stream().map(alert -> line(rule, alert, now, reader)))
        .sorted(Comparator.comparing(AlertLine::state).thenComparing(AlertLine::name))
        .toList();
  }

  private static AlertLine line(AlertingView rule, AlertView alert, long now, Reader reader) {
    var summary = alert.annotations().get("description");
    return new AlertLine(
        rule.rule().name(),
        alert.state().word(),
        summary.isEmpty() ? alert.annotations().get("summary") : summary,
        reader.ago(now - alert.activeAt()));
  }

  private Card card(TargetState state, Reader reader, TimeRange range) {
    var labels = state.target().labels();
    return new Card(
        labels.get("job"),
        labels.get("instance"),
        state.health().name().toLowerCase(Locale.ROOT),
        state.error(),
        dashboards.numbers(numbers, labels, reader, range));
  }
}
