package io.gnomon.web.page;

import io.gnomon.web.page.Frame.Link;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/// Puts the frame around pages: title, links to all the others.
final class Frames {
  private final Dashboards dashboards;

  Frames(Dashboards dashboards) {
    this.dashboards = dashboards;
  }

  /// A page with a title in both languages.
  Frame of(Context ctx, String en, String zh) {
    return of(ctx, en, zh, false);
  }

  /// A page with charts.
  Frame live(Context ctx, String en, String zh) {
    return of(ctx, en, zh, true);
  }

  private Frame of(Context ctx, String en, String zh, boolean live) {
    var reader = Reader.of(ctx);
    return new Frame(reader, reader.say(en, zh), links(reader), live);
  }

  private List<Link> links(Reader reader) {
    var links = new ArrayList<Link>();
    links.add(link(reader, "/", reader.say("Overview", "总览")));
    for (var dashboard : dashboards.dashboards()) {
      links.add(link(reader, "/dashboards/" + dashboard.id(), reader.title(dashboard)));
    }
    links.add(link(reader, "/targets", reader.say("Targets", "目标")));
    links.add(link(reader, "/status", reader.say("Status", "状态")));
    return links;
  }

  private static Link link(Reader reader, String path, String name) {
    return new Link(path, name, reader.path().equals(path));
  }
}
