package io.gnomon.web.api;

import io.gnomon.collect.exposition.Format;
import io.gnomon.collect.micrometer.SelfPage;
import io.gnomon.collect.micrometer.SelfRegistry;
import io.javalin.http.Context;
import java.util.Objects;

/// Our own meters, for an outside Prometheus.
public final class MetricsApi {
  private final SelfPage page;

  public MetricsApi(SelfRegistry meters) {
    this.page = new SelfPage(meters);
  }

  public void metrics(Context ctx) {
    var format = Format.accepted(Objects.requireNonNullElse(ctx.header("Accept"), ""));
    ctx.contentType(format.contentType()).result(page.text(format));
  }
}
