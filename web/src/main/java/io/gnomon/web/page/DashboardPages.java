package io.gnomon.web.page;

import io.gnomon.model.Labels;
import io.gnomon.web.api.Queries;
import io.gnomon.web.page.OverviewPage.KeyNumber;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// `/dashboards/{id}`.
public final class DashboardPages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int REFRESH = 15;

  private final Supplier<Dashboards> dashboards;
  private final Frames frames;
  private final PanelQueries queries;
  private final InstantSource clock;

  public DashboardPages(
      Supplier<Dashboards> dashboards, Frames frames, Queries queries, InstantSource clock) {
    this.dashboards = dashboards;
    this.frames = frames;
    this.queries = new PanelQueries(queries);
    this.clock = clock;
  }

  /// The first of them.
  public void first(Context ctx) {
    ctx.redirect("/dashboards/" + dashboards.get().dashboards().getFirst().id());
  }

  public void dashboard(Context ctx) {
    var dashboard = find(ctx.pathParam("id"));
    var page = page(ctx, dashboard.id(), dashboard.titleEn(), dashboard.titleZh());
    ctx.html(TEMPLATES.pageDashboard(page).render());
  }

  /// A dashboard's panels under a title of one's own.
  DashboardPage page(Context ctx, String id, String en, String zh) {
    return page(ctx, find(id), en, zh);
  }

  DashboardPage page(Context ctx, Dashboard dashboard, String en, String zh) {
    var frame = frames.live(ctx, en, zh);
    var range = TimeRange.parse(ctx.queryParam("from"), ctx.queryParam("to"), clock.millis());
    var panels =
        dashboard.panels().stream()
            .map(panel -> panel.in(frame.reader().language()))
            .map(panel -> PanelView.of(queries.ask(panel, range)))
            .toList();
    return new DashboardPage(
        frame, frames.tabs(frame.reader()), "", range, range.isFixed() ? 0 : REFRESH, panels);
  }

  long now() {
    return clock.millis();
  }

  List<KeyNumber> numbers(KeyNumbers numbers, Labels target, Reader reader, TimeRange range) {
    return numbers.of(target, reader, queries, range);
  }

  private Dashboard find(String id) {
    return dashboards.get().find(id).orElseThrow(NotFoundResponse::new);
  }
}
