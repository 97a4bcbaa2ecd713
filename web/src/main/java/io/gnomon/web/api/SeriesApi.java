package io.gnomon.web.api;

import io.gnomon.model.LabelText;
import io.gnomon.model.Matcher;
import io.gnomon.model.Metric;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import io.gnomon.promql.QueryException;
import io.gnomon.store.Store;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// What there is to ask for: series, label names, label values, metadata.
public final class SeriesApi {
  private final Store store;
  private final Options options;

  public SeriesApi(Store store, Options options) {
    this.store = store;
    this.options = options;
  }

  public void series(Context ctx) throws ApiException, IOException {
    var asked = asked(new Params(ctx));
    if (asked.selectors().isEmpty()) {
      throw ApiException.badData("no match[] parameter provided");
    }
    var series = store.series(asked.selectors(), asked.from(), asked.to());
    boolean truncated = series.size() > asked.limit();
    Answer.success(
        ctx,
        json -> {
          json.writeStartArray();
          for (var labels : truncated ? series.subList(0, asked.limit()) : series) {
            ResultJson.labels(json, labels);
          }
          json.writeEndArray();
        },
        truncated ? Answer.TRUNCATED : List.of(),
        List.of());
  }

  public void labels(Context ctx) throws ApiException, IOException {
    var asked = asked(new Params(ctx));
    answer(ctx, store.labelNames(asked.selectors(), asked.from(), asked.to()), asked.limit());
  }

  public void values(Context ctx) throws ApiException, IOException {
    var name = Names.unescape(ctx.pathParam("name"));
    if (name.isEmpty()) {
      throw ApiException.badData("invalid label name: " + LabelText.quote(name));
    }
    var asked = asked(new Params(ctx));
    answer(
        ctx, store.labelValues(name, asked.selectors(), asked.from(), asked.to()), asked.limit());
  }

  private static void answer(Context ctx, SortedSet<String> values, int limit) throws IOException {
    Answer.strings(ctx, values.stream().limit(limit).toList(), values.size() > limit);
  }

  /// Metric families by name; each has one description here.
  public void metadata(Context ctx) throws ApiException, IOException {
    var params = new Params(ctx);
    int limit = params.limit("limit");
    var metric = params.text("metric", "");
    var families =
        store.metadata().stream()
            .filter(family -> metric.isEmpty() || family.name().equals(metric))
            .limit(limit)
            .toList();
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          for (Metric family : families) {
            json.writeArrayFieldStart(family.name());
            json.writeStartObject();
            json.writeStringField("type", family.type().text());
            json.writeStringField("help", family.help());
            json.writeStringField("unit", family.unit());
            json.writeEndObject();
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  private record Asked(List<List<Matcher>> selectors, long from, long to, int limit) {}

  private Asked asked(Params params) throws ApiException {
    long from = params.time("start", Long.MIN_VALUE / 2);
    long to = params.time("end", Long.MAX_VALUE / 2);
    if (to < from) {
      throw ApiException.badParameter("end", "end timestamp must not be before start time");
    }
    return new Asked(selectors(params), from, to, params.limit("limit"));
  }

  List<List<Matcher>> selectors(Params params) throws ApiException {
    var selectors = new ArrayList<List<Matcher>>();
    for (var text : params.all("match[]")) {
      try {
        selectors.add(Parser.parseSelector(text, options));
      } catch (QueryException e) {
        throw ApiException.badParameter("match[]", String.valueOf(e.getMessage()));
      }
    }
    return selectors;
  }
}
