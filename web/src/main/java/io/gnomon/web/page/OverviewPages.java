package io.gnomon.web.page;

import io.gnomon.collect.TargetState;
import io.gnomon.collect.TargetState.Health;
import io.gnomon.web.page.OverviewPage.Card;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `/`: all that is monitored at one glance, and the machine itself.
public final class OverviewPages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final String MACHINE = "system";

  private final Supplier<List<TargetState>> targets;
  private final DashboardPages dashboards;
  private final KeyNumbers numbers = KeyNumbers.builtin();

  public OverviewPages(Supplier<List<TargetState>> targets, DashboardPages dashboards) {
    this.targets = targets;
    this.dashboards = dashboards;
  }

  public void overview(Context ctx) {
    var states = targets.get();
    var machine = dashboards.page(ctx, MACHINE, "Overview", "总览");
    var reader = machine.frame().reader();
    var cards = states.stream().map(state -> card(state, reader, machine.range())).toList();
    boolean good = states.stream().allMatch(state -> state.health() != Health.DOWN);
    var page =
        new OverviewPage(
            machine.frame(), sentence(states, reader), good ? "good" : "bad", cards, machine);
    ctx.html(TEMPLATES.pageOverview(page).render());
  }

  private static String sentence(List<TargetState> states, Reader reader) {
    long down = states.stream().filter(state -> state.health() == Health.DOWN).count();
    if (states.isEmpty()) {
      return reader.say("Nothing is monitored yet.", "还没有监控任何目标。");
    }
    return down == 0
        ? reader.say("All is well.", "一切正常。")
        : reader
            .say("%d of %d targets: no answer.", "%d 个目标无响应（共 %d 个）。")
            .formatted(down, states.size());
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
