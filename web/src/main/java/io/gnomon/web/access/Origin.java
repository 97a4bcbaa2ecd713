package io.gnomon.web.access;

import io.gnomon.web.config.Address;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a request may come from. A browser that was led here under a foreign name (DNS rebinding),
/// or sent here by a foreign page, is turned away.
final class Origin {
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final boolean loopbackOnly;
  private final @Nullable String externalHost;

  Origin(boolean loopbackOnly, @Nullable URI externalUrl) {
    this.loopbackOnly = loopbackOnly;
    this.externalHost = externalUrl == null ? null : externalUrl.getHost();
  }

  void check(Context ctx) {
    var host = String.valueOf(ctx.header("Host"));
    if (loopbackOnly && !isOwn(host)) {
      throw new ForbiddenResponse("This server answers to localhost only");
    }
    if (!ctx.method().name().equals("GET") && isForeign(ctx, host)) {
      throw new ForbiddenResponse("This request comes from another site");
    }
  }

  private boolean isOwn(String host) {
    try {
      var uri = URI.create("//" + host);
      var name = uri.getHost();
      return name != null
          && (name.equals("localhost")
              || name.equals(externalHost)
              || isNumeric(name) && new Address(name.replaceAll("[\\[\\]]", ""), 0).isLoopback());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// A literal address, so that nothing is asked of any name server.
  private static boolean isNumeric(String name) {
    return name.startsWith("[") || name.matches("[0-9.]+");
  }

  private static boolean isForeign(Context ctx, String host) {
    var site = ctx.header("Sec-Fetch-Site");
    var origin = ctx.header("Origin");
    return site != null && !OWN_SITE.contains(site)
        || origin != null && !origin.replaceFirst("^https?://", "").equals(host);
  }
}
