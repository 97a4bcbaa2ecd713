package io.gnomon.web.api;

import io.gnomon.promql.QueryException;
import io.javalin.http.Context;
import java.time.InstantSource;

/// Whether the program lives, and whether it answers queries.
public final class HealthApi {
  private final Queries queries;
  private final InstantSource clock;

  public HealthApi(Queries queries, InstantSource clock) {
    this.queries = queries;
    this.clock = clock;
  }

  public void healthy(Context ctx) {
    ctx.result("Gnomon is Healthy.\n");
  }

  public void ready(Context ctx) {
    try {
      queries.at(clock.millis(), "vector(1)", queries.limits(), result -> result.size());
      ctx.result("Gnomon is Ready.\n");
    } catch (QueryException e) {
      ctx.status(503).result("Gnomon cannot answer queries: " + e.getMessage() + "\n");
    }
  }
}
