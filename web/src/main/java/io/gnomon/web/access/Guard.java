package io.gnomon.web.access;

import io.gnomon.web.config.Web;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Stands before every handler: headers, origin, and the role that the matched route asks for.
public final class Guard {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final Origin origin;

  public Guard(Web web) {
    boolean open = web.basicAuthUsers().isEmpty() && web.listen().isLoopback();
    this.origin = new Origin(open, web.externalUrl());
  }

  public void add(RoutesConfig routes) {
    routes.before(this::headers);
    routes.before(origin::check);
  }

  private void headers(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
