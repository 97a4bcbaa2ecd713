package io.gnomon.web.page;

import io.gnomon.web.access.Guard;
import io.gnomon.web.page.Frame.Link;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Puts the frame around pages: title, links to all the others.
public final class Frames {
  private final Supplier<Dashboards> dashboards;

  public Frames(Supplier<Dashboards> dashboards) {
    this.dashboards = dashboards;
  }

  /// A page with a title in both languages.
  Frame still(Context ctx, String en, String zh) {
    return of(ctx, en, zh, false);
  }

  /// A page for who is not logged in: it leads nowhere.
  Frame bare(Context ctx, String en, String zh) {
    var reader = Reader.of(ctx);
    return new Frame(reader, reader.say(en, zh), "", List.of(), false);
  }

  /// A page with charts.
  Frame live(Context ctx, String en, String zh) {
    return of(ctx, en, zh, true);
  }

  private Frame of(Context ctx, String en, String zh, boolean live) {
    var reader = Reader.of(ctx);
    return new Frame(reader, reader.say(en, zh), Guard.identity(ctx).name(), links(reader), live);
  }

  private List<Link> links(Reader reader) {
    var links = new ArrayList<Link>();
    links.add(link(reader, "/", reader.say("Overview", "总览")));
    links.add(new Link("/dashboards", reader.say("Dashboards", "仪表板"), isDashboard(reader)));
    links.add(link(reader, "/explore", reader.say("Explore", "查询")));
    links.add(link(reader, "/alerts", reader.say("Alerts", "告警")));
    links.add(link(reader, "/rules", reader.say("Rules", "规则")));
    links.add(link(reader, "/targets", reader.say("Targets", "目标")));
    links.add(link(reader, "/notifications", reader.say("Notifications", "通知")));
    links.add(link(reader, "/status", reader.say("Status", "状态")));
    return links;
  }

  /// The dashboards, for a page that is one of them.
  List<Link> tabs(Reader reader) {
    return dashboards.get().dashboards().stream()
        .map(dashboard -> link(reader, "/dashboards/" + dashboard.id(), reader.title(dashboard)))
        .toList();
  }

  private static boolean isDashboard(Reader reader) {
    return reader.path().startsWith("/dashboards");
  }

  private static Link link(Reader reader, String path, String name) {
    return new Link(path, name, reader.path().equals(path));
  }
}
