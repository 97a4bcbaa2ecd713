package io.gnomon.web.api;

import io.gnomon.promql.QueryException;
import io.javalin.config.RoutesConfig;
import java.io.EOFException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a handler throws, as the answer that tells of it.
public final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  public static void add(RoutesConfig routes) {
    routes.exception(ApiException.class, (e, ctx) -> Answer.error(ctx, e));
    routes.exception(QueryException.class, (e, ctx) -> Answer.error(ctx, ApiException.of(e)));
    routes.exception(EOFException.class, (e, ctx) -> LOG.debug("client left", e));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          Answer.error(ctx, 500, "internal", "internal error; the log tells more");
        });
  }
}
