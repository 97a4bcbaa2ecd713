package io.gnomon.web;

import static io.gnomon.web.access.Role.ANYONE;
import static io.gnomon.web.access.Role.VIEWER;

import io.gnomon.web.access.Guard;
import io.gnomon.web.api.Errors;
import io.gnomon.web.api.HealthApi;
import io.gnomon.web.api.QueryApi;
import io.gnomon.web.api.SeriesApi;
import io.gnomon.web.api.StatusApi;
import io.gnomon.web.api.TargetsApi;
import io.gnomon.web.page.DashboardPages;
import io.gnomon.web.page.OverviewPages;
import io.gnomon.web.page.StaticFiles;
import io.gnomon.web.page.TargetPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/// Every address the server answers, and the role it asks for.
record Routes(
    Guard guard,
    HealthApi health,
    QueryApi query,
    SeriesApi series,
    TargetsApi targets,
    StatusApi status,
    OverviewPages overview,
    DashboardPages dashboards,
    TargetPages targetPages,
    StaticFiles files) {
  void add(RoutesConfig routes) {
    guard.add(routes);
    Errors.add(routes);

    routes.get("/static/{name}", files::file, ANYONE);
    routes.get("/", overview::overview, VIEWER);
    routes.get("/dashboards", dashboards::first, VIEWER);
    routes.get("/targets", targetPages::targets, VIEWER);
    routes.get("/dashboards/{id}", dashboards::dashboard, VIEWER);

    routes.get("/-/healthy", health::healthy, ANYONE);
    routes.get("/-/ready", health::ready, ANYONE);

    getOrPost(routes, "/api/v1/query", query::query);
    getOrPost(routes, "/api/v1/query_range", query::range);
    getOrPost(routes, "/api/v1/series", series::series);
    getOrPost(routes, "/api/v1/labels", series::labels);
    routes.get("/api/v1/label/{name}/values", series::values, VIEWER);
    routes.get("/api/v1/metadata", series::metadata, VIEWER);
    routes.get("/api/v1/targets", targets::targets, VIEWER);
    routes.get("/api/v1/status/buildinfo", status::buildInfo, VIEWER);
    routes.get("/api/v1/status/config", status::config, VIEWER);
    routes.get("/api/v1/status/flags", status::flags, VIEWER);
  }

  /// Long queries do not fit into an address, so Prometheus takes them as forms too.
  private static void getOrPost(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler, VIEWER);
    routes.post(path, handler, VIEWER);
  }
}
