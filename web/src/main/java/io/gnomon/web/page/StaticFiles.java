package io.gnomon.web.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Map;

/// The files that pages load, by their exact names: nothing else in the jar can be asked for.
public final class StaticFiles {
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "gnomon.css", "text/css; charset=utf-8",
          "gnomon.svg", "image/svg+xml",
          "charts.js", SCRIPT,
          "explore.js", SCRIPT,
          "units.js", SCRIPT,
          "echarts.common.min.js", SCRIPT);

  public void file(Context ctx) throws IOException {
    var name = ctx.pathParam("name");
    var type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundResponse();
    }
    try (var in = StaticFiles.class.getResourceAsStream("/static/" + name)) {
      if (in == null) {
        throw new NotFoundResponse();
      }
      ctx.contentType(type).header("Cache-Control", "max-age=3600").result(in.readAllBytes());
    }
  }
}
