package io.gnomon.web.page;

import com.google.re2j.Pattern;
import io.gnomon.model.Absent;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Numbers;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.Result;
import io.gnomon.store.Window;
import io.gnomon.web.api.Queries;
import io.gnomon.web.page.ExplorePage.Row;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `/explore`: any query, answered as a table of now and a chart of the time.
public final class ExplorePages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final Pattern POSITION = Pattern.compile("^(\\d+):(\\d+): ");
  private static final int MOST_ROWS = 500;

  private final Frames frames;
  private final Queries queries;
  private final InstantSource clock;

  public ExplorePages(Frames frames, Queries queries, InstantSource clock) {
    this.frames = frames;
    this.queries = queries;
    this.clock = clock;
  }

  public void explore(Context ctx) {
    var frame = frames.live(ctx, "Explore", "查询");
    var expr = Objects.requireNonNullElse(ctx.queryParam("expr"), "").strip();
    var range = TimeRange.parse(ctx.queryParam("from"), ctx.queryParam("to"), clock.millis());
    ctx.html(TEMPLATES.pageExplore(page(frame, expr, range)).render());
  }

  private ExplorePage page(Frame frame, String expr, TimeRange range) {
    if (expr.isEmpty()) {
      return new ExplorePage(
          frame, "", "", "", "", List.of(), 0, chart(frame, expr, range, List.of()));
    }
    try {
      var rows = queries.at(range.to(), expr, queries.limits(), ExplorePages::rows);
      var shown = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
      var panels = List.of(PanelView.of(new PanelQueries(queries).ask(panel(expr), range)));
      return new ExplorePage(
          frame,
          expr,
          "",
          "",
          "",
          shown,
          rows.size() - shown.size(),
          chart(frame, expr, range, panels));
    } catch (QueryException e) {
      return wrong(frame, expr, String.valueOf(e.getMessage()), range);
    }
  }

  /// The query cut in two where its error begins.
  private static ExplorePage wrong(Frame frame, String expr, String error, TimeRange range) {
    int at = offset(expr, error);
    return new ExplorePage(
        frame,
        expr,
        error,
        expr.substring(0, at),
        expr.substring(at),
        List.of(),
        0,
        chart(frame, expr, range, List.of()));
  }

  private static int offset(String expr, String error) {
    var position = POSITION.matcher(error);
    if (!position.find()) {
      return expr.length();
    }
    int offset = 0;
    for (int line = 1; line < Integer.parseInt(position.group(1)); line++) {
      offset = expr.indexOf('\n', offset) + 1;
    }
    return Math.min(expr.length(), offset + Integer.parseInt(position.group(2)) - 1);
  }

  private static DashboardPage chart(
      Frame frame, String expr, TimeRange range, List<PanelView> panels) {
    var keep = "expr=" + URLEncoder.encode(expr, StandardCharsets.UTF_8) + "&";
    return new DashboardPage(frame, List.of(), keep, range, 0, panels);
  }

  private static Dashboard.Panel panel(String expr) {
    return new Dashboard.Panel(
        "answer",
        "图表",
        "Graph",
        null,
        "short",
        null,
        null,
        Dashboard.Type.TIMESERIES,
        List.of(new Dashboard.Query(expr, "", null)));
  }

  private static List<Row> rows(Result result) {
    if (result.type() == Expr.Type.STRING) {
      return List.of(new Row("", result.string()));
    }
    var rows = new ArrayList<Row>();
    for (int i = 0; i < result.size(); i++) {
      int row = result.row(i);
      var value = result.type() == Expr.Type.MATRIX ? samples(result, row) : value(result, row);
      if (!value.isEmpty()) {
        rows.add(new Row(result.labels(row).toString(), value));
      }
    }
    return rows;
  }

  private static String value(Result result, int row) {
    double value = result.values(row)[0];
    return Absent.is(value) ? "" : Numbers.sample(value);
  }

  private static String samples(Result result, int row) {
    var window = new Window();
    result.samples(row, window);
    var text = new ArrayList<String>();
    for (int k = 0; k < window.count; k++) {
      text.add(Numbers.sample(window.values[k]) + " @" + Numbers.plain(window.times[k] / 1000.0));
    }
    return String.join(" ", text);
  }
}
