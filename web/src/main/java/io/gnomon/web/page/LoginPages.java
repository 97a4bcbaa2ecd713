package io.gnomon.web.page;

import io.gnomon.web.access.Guard;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.util.Objects;

/// `/login` and `/logout`.
public final class LoginPages {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Frames frames;
  private final Guard guard;

  public LoginPages(Frames frames, Guard guard) {
    this.frames = frames;
    this.guard = guard;
  }

  public void form(Context ctx) {
    show(ctx, Objects.requireNonNullElse(ctx.queryParam("next"), "/"), false);
  }

  public void login(Context ctx) {
    var next = Guard.next(field(ctx, "next"));
    if (guard.login(ctx, field(ctx, "name"), field(ctx, "password"))) {
      ctx.redirect(next);
    } else {
      ctx.status(401);
      show(ctx, next, true);
    }
  }

  public void logout(Context ctx) {
    guard.logout(ctx);
    ctx.redirect("/login");
  }

  private static String field(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "");
  }

  private void show(Context ctx, String next, boolean failed) {
    var frame = frames.bare(ctx, "Log in", "登录");
    ctx.html(TEMPLATES.pageLogin(new LoginPage(frame, Guard.next(next), failed)).render());
  }
}
