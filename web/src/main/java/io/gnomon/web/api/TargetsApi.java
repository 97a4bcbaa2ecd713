package io.gnomon.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gnomon.collect.Target;
import io.gnomon.collect.TargetState;
import io.gnomon.model.Durations;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What is read, and how that goes.
public final class TargetsApi {
  private final Supplier<List<TargetState>> states;

  public TargetsApi(Supplier<List<TargetState>> states) {
    this.states = states;
  }

  public void targets(Context ctx) throws IOException {
    var all = states.get();
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("activeTargets");
          for (var state : all) {
            target(json, state);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("droppedTargets");
          json.writeEndArray();
          json.writeObjectFieldStart("droppedTargetCounts");
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void target(JsonGenerator json, TargetState state) throws IOException {
    Target target = state.target();
    json.writeStartObject();
    json.writeFieldName("discoveredLabels");
    ResultJson.labels(json, target.discovered());
    json.writeFieldName("labels");
    ResultJson.labels(json, target.labels());
    json.writeStringField("scrapePool", target.job());
    json.writeStringField("scrapeUrl", target.url());
    json.writeStringField("globalUrl", target.url());
    json.writeStringField("lastError", state.error());
    json.writeStringField("lastScrape", Instant.ofEpochMilli(state.lastScrape()).toString());
    Answer.number(json, "lastScrapeDuration", state.duration().toNanos() / 1e9);
    json.writeStringField("health", state.health().name().toLowerCase(Locale.ROOT));
    json.writeStringField("scrapeInterval", Durations.print(target.timing().interval()));
    json.writeStringField("scrapeTimeout", Durations.print(target.timing().timeout()));
    json.writeEndObject();
  }
}
