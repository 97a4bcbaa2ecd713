package io.gnomon.web.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gnomon.notify.api.AlertmanagerApi;
import io.gnomon.notify.api.AlertmanagerApi.AlertQuery;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/// Alertmanager's API, version 2, over HTTP.
public final class AlertmanagerHttp {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String VERSION = "0.28.0";

  private final Supplier<AlertmanagerApi> api;

  public AlertmanagerHttp(Supplier<AlertmanagerApi> api) {
    this.api = api;
  }

  @FunctionalInterface
  private interface Question {
    Object answer(AlertmanagerApi api, Context ctx);
  }

  public Handler alerts() {
    return answering((api, ctx) -> api.alerts(query(ctx)));
  }

  public Handler groups() {
    return answering((api, ctx) -> api.groups(query(ctx)));
  }

  public Handler silences() {
    return answering((api, ctx) -> api.silences(ctx.queryParams("filter")));
  }

  public Handler silence() {
    return answering((api, ctx) -> api.silence(ctx.pathParam("id")));
  }

  public Handler putSilence() {
    return answering((api, ctx) -> api.putSilence(ctx.bodyAsBytes()));
  }

  public Handler receivers() {
    return answering((api, _) -> api.receivers());
  }

  public Handler status() {
    return answering((api, _) -> api.status(VERSION));
  }

  public void expireSilence(Context ctx) throws IOException {
    tell(ctx, () -> api.get().expireSilence(ctx.pathParam("id")));
  }

  public void postAlerts(Context ctx) throws IOException {
    tell(ctx, () -> api.get().postAlerts(ctx.bodyAsBytes()));
  }

  public void postWebhook(Context ctx) throws IOException {
    tell(ctx, () -> api.get().postWebhook(ctx.bodyAsBytes()));
  }

  private Handler answering(Question question) {
    return ctx -> tell(ctx, () -> json(ctx, question.answer(api.get(), ctx)));
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /// What is asked wrongly is answered with a string that says so.
  private static void tell(Context ctx, Step step) throws IOException {
    try {
      step.run();
    } catch (NoSuchElementException e) {
      json(ctx.status(404), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      json(ctx.status(400), String.valueOf(e.getMessage()));
    }
  }

  private static void json(Context ctx, Object answer) throws IOException {
    ctx.contentType("application/json").result(JSON.writeValueAsBytes(answer));
  }

  private static AlertQuery query(Context ctx) {
    return new AlertQuery(
        flag(ctx, "active"),
        flag(ctx, "silenced"),
        flag(ctx, "inhibited"),
        ctx.queryParams("filter"),
        ctx.queryParam("receiver"));
  }

  private static boolean flag(Context ctx, String name) {
    return !"false".equals(ctx.queryParam(name));
  }
}
