package io.gnomon.web;

import static io.gnomon.web.config.Role.ADMIN;
import static io.gnomon.web.config.Role.ANYONE;
import static io.gnomon.web.config.Role.OPERATOR;
import static io.gnomon.web.config.Role.VIEWER;

import io.gnomon.web.access.Guard;
import io.gnomon.web.api.AlertmanagerHttp;
import io.gnomon.web.api.Errors;
import io.gnomon.web.api.FederateApi;
import io.gnomon.web.api.HealthApi;
import io.gnomon.web.api.MetricsApi;
import io.gnomon.web.api.QueryApi;
import io.gnomon.web.api.RulesApi;
import io.gnomon.web.api.SeriesApi;
import io.gnomon.web.api.StatusApi;
import io.gnomon.web.api.TargetsApi;
import io.gnomon.web.api.TsdbApi;
import io.gnomon.web.config.ConfigText;
import io.gnomon.web.page.AlertPages;
import io.gnomon.web.page.DashboardPages;
import io.gnomon.web.page.ExplorePages;
import io.gnomon.web.page.Frames;
import io.gnomon.web.page.LoginPages;
import io.gnomon.web.page.NotificationPages;
import io.gnomon.web.page.OverviewPages;
import io.gnomon.web.page.RulePages;
import io.gnomon.web.page.StaticFiles;
import io.gnomon.web.page.StatusPages;
import io.gnomon.web.page.TargetPages;
import io.gnomon.web.page.TimelinePages;
import io.gnomon.web.yaml.ConfigException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// Every address the server answers, and the role it asks for.
final class Routes {
  private final Parts parts;
  private final Guard guard;

  Routes(Parts parts) {
    this.parts = parts;
    this.guard = new Guard(parts.config().get().web(), parts.clock());
  }

  void add(RoutesConfig routes) {
    guard.add(routes);
    Errors.add(routes);
    pages(routes);
    operation(routes);
    queries(routes);
    status(routes);
    alertmanager(routes);
  }

  private void pages(RoutesConfig routes) {
    var frames = new Frames(parts.dashboards());
    var dashboards = new DashboardPages(parts.dashboards(), frames, parts.queries(), parts.clock());
    var overview =
        new OverviewPages(
            parts.collectors()::states, () -> parts.alerting().runner().view(), dashboards);
    var targets = new TargetPages(frames, parts.collectors()::states);
    routes.get("/", overview::overview, VIEWER);
    routes.get("/dashboards", dashboards::first, VIEWER);
    routes.get("/dashboards/{id}", dashboards::dashboard, VIEWER);
    var alerts = new AlertPages(frames, parts.alerting(), parts.queries(), parts.clock());
    var rules = new RulePages(frames, () -> parts.alerting().runner().view());
    var explore = new ExplorePages(frames, parts.queries(), parts.clock());
    routes.get("/explore", explore::explore, VIEWER);
    routes.get("/alerts", alerts::alerts, VIEWER);
    var timeline = new TimelinePages(frames, () -> parts.alerting().journal().entries());
    routes.get("/alerts/{fingerprint}", timeline::timeline, VIEWER);
    routes.post("/alerts/silence", alerts::silence, OPERATOR);
    routes.post("/alerts/expire", alerts::expire, OPERATOR);
    routes.get("/rules", rules::rules, VIEWER);
    var status =
        new StatusPages(
            frames, dashboards, parts.store()::stats, parts.config(), parts.reloadError());
    var notifications = new NotificationPages(frames, () -> parts.alerting().journal().entries());
    routes.get("/status", status::status, VIEWER);
    routes.get("/notifications", notifications::notifications, VIEWER);
    routes.get("/targets", targets::targets, VIEWER);
    var login = new LoginPages(frames, guard);
    routes.get("/login", login::form, ANYONE);
    routes.post("/login", login::login, ANYONE);
    routes.post("/logout", login::logout, ANYONE);
    routes.get("/static/{name}", new StaticFiles()::file, ANYONE);
  }

  private void operation(RoutesConfig routes) {
    var health = new HealthApi(parts.queries(), parts.clock());
    routes.get("/-/healthy", health::healthy, ANYONE);
    routes.get("/-/ready", health::ready, ANYONE);
    routes.post("/-/reload", this::reload, ADMIN);
    routes.get("/metrics", new MetricsApi(parts.meters())::metrics, VIEWER);
  }

  private void reload(Context ctx) {
    try {
      parts.reload().run();
    } catch (ConfigException e) {
      ctx.status(500).result("failed to reload config: " + e.getMessage() + "\n");
    }
  }

  private void queries(RoutesConfig routes) {
    var query = new QueryApi(parts.queries(), parts.options(), parts.clock());
    var series = new SeriesApi(parts.store(), parts.options());
    getOrPost(routes, "/api/v1/query", query::query);
    getOrPost(routes, "/api/v1/query_range", query::range);
    getOrPost(routes, "/api/v1/query_exemplars", query::exemplars);
    getOrPost(routes, "/api/v1/format_query", query::format);
    getOrPost(routes, "/api/v1/parse_query", query::parse);
    getOrPost(routes, "/api/v1/series", series::series);
    getOrPost(routes, "/api/v1/labels", series::labels);
    var federate = new FederateApi(parts.store(), series, parts.clock());
    routes.get("/federate", federate::federate, VIEWER);
    routes.get("/api/v1/label/{name}/values", series::values, VIEWER);
    routes.get("/api/v1/metadata", series::metadata, VIEWER);
  }

  private void status(RoutesConfig routes) {
    var targets = new TargetsApi(parts.collectors()::states);
    var rules = new RulesApi(() -> parts.alerting().runner().view());
    var status =
        new StatusApi(
            () -> ConfigText.of(parts.config().get()), () -> parts.config().get().flags());
    routes.get("/api/v1/targets", targets::targets, VIEWER);
    routes.get("/api/v1/rules", rules::rules, VIEWER);
    routes.get("/api/v1/alerts", rules::alerts, VIEWER);
    routes.get("/api/v1/status/buildinfo", status::buildInfo, VIEWER);
    routes.get("/api/v1/status/config", status::config, VIEWER);
    routes.get("/api/v1/status/tsdb", new TsdbApi(parts.store())::tsdb, VIEWER);
    routes.get("/api/v1/status/flags", status::flags, VIEWER);
  }

  /// Alertmanager's addresses, for amtool and Grafana.
  private void alertmanager(RoutesConfig routes) {
    var alertmanager = new AlertmanagerHttp(parts::alertmanager);
    routes.get("/api/v2/alerts", alertmanager.alerts(), VIEWER);
    routes.post("/api/v2/alerts", alertmanager::postAlerts, OPERATOR);
    routes.get("/api/v2/alerts/groups", alertmanager.groups(), VIEWER);
    routes.get("/api/v2/silences", alertmanager.silences(), VIEWER);
    routes.post("/api/v2/silences", alertmanager.putSilence(), OPERATOR);
    routes.get("/api/v2/silence/{id}", alertmanager.silence(), VIEWER);
    routes.delete("/api/v2/silence/{id}", alertmanager::expireSilence, OPERATOR);
    routes.get("/api/v2/receivers", alertmanager.receivers(), VIEWER);
    routes.get("/api/v2/status", alertmanager.status(), VIEWER);
    routes.post("/api/v1/alerts/webhook", alertmanager::postWebhook, OPERATOR);
  }

  /// Long queries do not fit into an address, so Prometheus takes them as forms too.
  private static void getOrPost(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler, VIEWER);
    routes.post(path, handler, VIEWER);
  }
}
