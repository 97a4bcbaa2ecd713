package io.gnomon.web.access;

import io.gnomon.web.config.Role;
import io.gnomon.web.config.Web;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Stands before every handler: headers, origin, and the role that the matched route asks for.
public final class Guard {
  private static final String COOKIE = "session";
  private static final String IDENTITY = "identity";

  /// ECharts and the pages need nothing from elsewhere and nothing inline.
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final Users users;
  private final Origin origin;
  private final Sessions sessions;
  private final Throttle throttle;
  private final boolean secure;

  public Guard(Web web, InstantSource clock) {
    this.users = new Users(web);
    this.origin = new Origin(users.isEmpty(), web.externalUrl());
    this.sessions = new Sessions(clock);
    this.throttle = new Throttle(clock);
    this.secure = web.url().toString().startsWith("https:");
  }

  public void add(RoutesConfig routes) {
    routes.before(ctx -> HEADERS.forEach(ctx::header));
    routes.before(origin::check);
    routes.beforeMatched(this::authorize);
  }

  /// The one who asks; only after `authorize`.
  public static Identity identity(Context ctx) {
    Identity identity = ctx.attribute(IDENTITY);
    return identity == null ? Identity.NOBODY : identity;
  }

  /// By the matched route's own roles, so that no spelling of an address gets around them. A route
  /// without a role is for nobody.
  private void authorize(Context ctx) {
    var asked = (Role) ctx.routeRoles().stream().findFirst().orElseThrow(ForbiddenResponse::new);
    if (asked == Role.ANYONE) {
      return;
    }
    var identity = users.isEmpty() ? Optional.of(Identity.NOBODY) : known(ctx);
    if (identity.isEmpty()) {
      ask(ctx);
    } else if (!identity.get().role().covers(asked)) {
      throw new ForbiddenResponse("This needs the role " + asked.name().toLowerCase(Locale.ROOT));
    } else {
      ctx.attribute(IDENTITY, identity.get());
    }
  }

  private Optional<Identity> known(Context ctx) {
    var cookie = ctx.cookie(COOKIE);
    var session = cookie == null ? Optional.<Identity>empty() : sessions.find(cookie);
    var basic = ctx.basicAuthCredentials();
    return session.isPresent() || basic == null
        ? session
        : verify(ctx, basic.getUsername(), basic.getPassword());
  }

  /// People are sent to the form, programs are told what is missing.
  private static void ask(Context ctx) {
    var accept = ctx.header("Accept");
    if (ctx.method().name().equals("GET") && accept != null && accept.contains("text/html")) {
      ctx.redirect("/login?next=" + URLEncoder.encode(ctx.path(), StandardCharsets.UTF_8));
    } else {
      ctx.status(401).header("WWW-Authenticate", "Basic realm=\"gnomon\"").result("Unauthorized\n");
    }
    ctx.skipRemainingHandlers();
  }

  private Optional<Identity> verify(Context ctx, String name, String password) {
    var byName = "name " + name;
    var byAddress = "address " + ctx.req().getRemoteAddr();
    if (throttle.refuses(byName) || throttle.refuses(byAddress)) {
      return Optional.empty();
    }
    var identity = users.verify(name, password);
    if (identity.isEmpty()) {
      throttle.failed(byName);
      throttle.failed(byAddress);
    } else {
      throttle.succeeded(byName);
    }
    return identity;
  }

  /// Logs in with a new session; false when the name or the password is wrong, or was wrong too
  /// often.
  public boolean login(Context ctx, String name, String password) {
    logout(ctx);
    var identity = verify(ctx, name, password);
    identity.ifPresent(who -> setCookie(ctx, sessions.begin(who), -1));
    return identity.isPresent();
  }

  public void logout(Context ctx) {
    var cookie = ctx.cookie(COOKIE);
    if (cookie != null) {
      sessions.end(cookie);
      setCookie(ctx, "", 0);
    }
  }

  private void setCookie(Context ctx, String token, int age) {
    ctx.cookie(new Cookie(COOKIE, token, "/", age, secure, true, null, SameSite.LAX));
  }

  /// A path of this server to go on to, or the start page: never another server's.
  public static String next(String path) {
    return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\") ? path : "/";
  }
}
