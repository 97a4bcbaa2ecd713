package io.gnomon.web.page;

import io.gnomon.alert.Fingerprint;
import io.gnomon.alert.MatcherText;
import io.gnomon.alert.Silence;
import io.gnomon.alert.Threshold;
import io.gnomon.model.Durations;
import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.rules.Alerting;
import io.gnomon.rules.GroupView.AlertView;
import io.gnomon.rules.GroupView.AlertingView;
import io.gnomon.web.api.Queries;
import io.gnomon.web.page.AlertPage.Card;
import io.gnomon.web.page.AlertPage.SilenceLine;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;

/// `/alerts`, and what can be done there.
public final class AlertPages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final List<String> TELLING = List.of("summary", "description", "action");

  private final Frames frames;
  private final Alerting alerting;
  private final PanelQueries queries;
  private final InstantSource clock;

  public AlertPages(Frames frames, Alerting alerting, Queries queries, InstantSource clock) {
    this.frames = frames;
    this.alerting = alerting;
    this.queries = new PanelQueries(queries);
    this.clock = clock;
  }

  public void alerts(Context ctx) {
    show(ctx, "");
  }

  /// Makes a silence of the form's matchers, duration, author and comment.
  public void silence(Context ctx) {
    long now = clock.millis();
    try {
      long length = Durations.parse(form(ctx, "duration")).toMillis();
      var matchers = MatcherText.parse(form(ctx, "matchers"));
      alerting
          .silences()
          .set(
              new Silence(
                  "", matchers, now, now + length, now, form(ctx, "by"), form(ctx, "comment")),
              now);
      ctx.redirect("/alerts");
    } catch (IllegalArgumentException e) {
      ctx.status(400);
      show(ctx, String.valueOf(e.getMessage()));
    }
  }

  /// Ends a silence.
  public void expire(Context ctx) {
    try {
      alerting.silences().expire(form(ctx, "id"), clock.millis());
      ctx.redirect("/alerts");
    } catch (IllegalArgumentException | NoSuchElementException e) {
      ctx.status(400);
      show(ctx, String.valueOf(e.getMessage()));
    }
  }

  private static String form(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "");
  }

  private void show(Context ctx, String wrong) {
    var frame = frames.live(ctx, "Alerts", "告警");
    var cards = new ArrayList<Card>();
    for (var group : alerting.runner().view()) {
      for (var rule : group.rules()) {
        if (rule instanceof AlertingView view) {
          view.alerts().forEach(alert -> cards.add(card(frame, view, alert)));
        }
      }
    }
    cards.sort(Comparator.comparing(Card::state).thenComparing(Card::name));
    ctx.html(TEMPLATES.pageAlerts(new AlertPage(frame, cards, silences(frame), wrong)).render());
  }

  private Card card(Frame frame, AlertingView view, AlertView alert) {
    long now = clock.millis();
    var explanation =
        TELLING.stream().map(alert.annotations()::get).filter(text -> !text.isEmpty()).toList();
    return new Card(
        view.rule().name(),
        Fingerprint.text(alert.labels()),
        alert.labels().get("severity"),
        alert.state().word(),
        frame.reader().ago(now - alert.activeAt()),
        Units.format("short", alert.value()),
        !alerting.silences().muting(alert.labels(), now).isEmpty(),
        alert.labels().without(List.of("alertname", "severity")),
        explanation,
        matchers(alert.labels()),
        panel(frame, view, alert));
  }

  private static String matchers(Labels labels) {
    return labels.toMap().entrySet().stream()
        .map(label -> LabelText.name(label.getKey()) + "=" + LabelText.quote(label.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// The value that the rule measures, around the time of the alert.
  private DashboardPage panel(Frame frame, AlertingView view, AlertView alert) {
    var threshold = Threshold.of(view.rule().query());
    var query =
        new Dashboard.Query(
            threshold.map(Threshold::measured).orElse(view.rule().query()), "", null);
    var panel =
        new Dashboard.Panel(
            "a" + Integer.toHexString(alert.labels().hashCode()),
            view.rule().name(),
            view.rule().name(),
            null,
            "short",
            threshold.map(Threshold::value).orElse(null),
            null,
            Dashboard.Type.TIMESERIES,
            List.of(query));
    var range = TimeRange.parse(null, null, clock.millis());
    return new DashboardPage(
        frame, List.of(), "", range, 15, List.of(PanelView.of(queries.ask(panel, range))));
  }

  private List<SilenceLine> silences(Frame frame) {
    long now = clock.millis();
    return alerting.silences().all(now).stream()
        .filter(silence -> silence.state(now) != Silence.State.EXPIRED)
        .map(silence -> line(frame, silence, now))
        .toList();
  }

  private static SilenceLine line(Frame frame, Silence silence, long now) {
    return new SilenceLine(
        silence.id(),
        silence.matchers().stream().map(Object::toString).collect(Collectors.joining(", ")),
        silence.state(now).word(),
        frame.reader().ago(silence.endsAt() - now),
        silence.createdBy(),
        silence.comment());
  }
}
