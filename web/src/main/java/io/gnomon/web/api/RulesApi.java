package io.gnomon.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gnomon.model.Labels;
import io.gnomon.promql.Numbers;
import io.gnomon.rules.GroupView;
import io.gnomon.rules.GroupView.AlertView;
import io.gnomon.rules.GroupView.AlertingView;
import io.gnomon.rules.GroupView.RecordingView;
import io.gnomon.rules.GroupView.RuleView;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// `rules` and `alerts`.
public final class RulesApi {
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private final Supplier<List<GroupView>> groups;

  public RulesApi(Supplier<List<GroupView>> groups) {
    this.groups = groups;
  }

  public void rules(Context ctx) throws ApiException, IOException {
    var filter = RuleFilter.of(new Params(ctx));
    var shown = groups.get().stream().filter(filter::accepts).toList();
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("groups");
          for (var group : shown) {
            group(json, group, filter);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  public void alerts(Context ctx) throws IOException {
    var all =
        groups.get().stream()
            .flatMap(group -> group.rules().stream())
            .filter(AlertingView.class::isInstance)
            .flatMap(rule -> ((AlertingView) rule).alerts().stream())
            .toList();
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          alerts(json, all);
          json.writeEndObject();
        });
  }

  private static void group(JsonGenerator json, GroupView group, RuleFilter filter)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", group.name());
    json.writeStringField("file", group.file());
    json.writeArrayFieldStart("rules");
    for (var rule : group.rules()) {
      if (filter.accepts(rule)) {
        rule(json, rule, filter);
      }
    }
    json.writeEndArray();
    Answer.number(json, "interval", group.interval().toMillis() / 1000.0);
    json.writeNumberField("limit", group.limit());
    evaluation(json, group.evaluationNanos(), group.lastEvaluation());
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, RuleView rule, RuleFilter filter)
      throws IOException {
    json.writeStartObject();
    switch (rule) {
      case AlertingView alerting -> alerting(json, alerting, filter);
      case RecordingView _ -> {}
    }
    json.writeStringField("name", rule.rule().name());
    json.writeStringField("query", rule.rule().expr().toString());
    json.writeFieldName("labels");
    ResultJson.labels(json, Labels.of(rule.rule().labels()));
    json.writeStringField("health", rule.health());
    if (!rule.lastError().isEmpty()) {
      json.writeStringField("lastError", rule.lastError());
    }
    evaluation(json, rule.evaluationNanos(), rule.lastEvaluation());
    json.writeStringField("type", rule instanceof AlertingView ? "alerting" : "recording");
    json.writeEndObject();
  }

  private static void alerting(JsonGenerator json, AlertingView view, RuleFilter filter)
      throws IOException {
    json.writeStringField("state", view.state());
    Answer.number(json, "duration", view.rule().hold().toMillis() / 1000.0);
    Answer.number(json, "keepFiringFor", view.rule().keepFiringFor().toMillis() / 1000.0);
    json.writeFieldName("annotations");
    ResultJson.labels(json, Labels.of(view.rule().annotations()));
    alerts(json, filter.excludeAlerts() ? List.of() : view.alerts());
  }

  private static void alerts(JsonGenerator json, List<AlertView> alerts) throws IOException {
    json.writeArrayFieldStart("alerts");
    for (var alert : alerts) {
      json.writeStartObject();
      json.writeFieldName("labels");
      ResultJson.labels(json, alert.labels());
      json.writeFieldName("annotations");
      ResultJson.labels(json, alert.annotations());
      json.writeStringField("state", alert.state().word());
      json.writeStringField("activeAt", Instant.ofEpochMilli(alert.activeAt()).toString());
      json.writeStringField("value", Numbers.exponent(alert.value()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evaluation(JsonGenerator json, long nanos, long last) throws IOException {
    Answer.number(json, "evaluationTime", nanos / 1e9);
    json.writeStringField(
        "lastEvaluation", last == 0 ? NEVER : Instant.ofEpochMilli(last).toString());
  }
}
