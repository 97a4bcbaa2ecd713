package io.gnomon.web.page;

import io.gnomon.web.api.Queries;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;

/// `/dashboards/{id}`.
public final class DashboardPages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int REFRESH = 15;

  private final Dashboards dashboards;
  private final Frames frames;
  private final PanelQueries queries;
  private final InstantSource clock;

  public DashboardPages(Dashboards dashboards, Queries queries, InstantSource clock) {
    this.dashboards = dashboards;
    this.frames = new Frames(dashboards);
    this.queries = new PanelQueries(queries);
    this.clock = clock;
  }

  public void dashboard(Context ctx) {
    var dashboard = dashboards.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    var frame = frames.live(ctx, dashboard.titleEn(), dashboard.titleZh());
    var range = TimeRange.parse(ctx.queryParam("from"), ctx.queryParam("to"), clock.millis());
    var panels =
        dashboard.panels().stream().map(panel -> PanelView.of(queries.ask(panel, range))).toList();
    var page = new DashboardPage(frame, range, range.isFixed() ? 0 : REFRESH, panels);
    ctx.html(TEMPLATES.pageDashboard(page).render());
  }
}
