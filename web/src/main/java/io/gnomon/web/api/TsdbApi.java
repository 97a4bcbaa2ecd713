package io.gnomon.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gnomon.model.Labels;
import io.gnomon.store.Store;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `status/tsdb`: which names and labels take the room.
public final class TsdbApi {
  private final Store store;

  public TsdbApi(Store store) {
    this.store = store;
  }

  public void tsdb(Context ctx) throws ApiException, IOException {
    int given = new Params(ctx).limit("limit");
    int limit = given == Integer.MAX_VALUE ? 10 : given;
    var counts = new Counts();
    for (int id : store.select(List.of())) {
      counts.add(store.labels(id));
    }
    var stats = store.stats();
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeObjectFieldStart("headStats");
          json.writeNumberField("numSeries", stats.series());
          json.writeNumberField("numLabelPairs", counts.pairs.size());
          json.writeNumberField("chunkCount", stats.rows());
          json.writeNumberField("minTime", stats.oldestTime());
          json.writeNumberField("maxTime", stats.newestTime());
          json.writeEndObject();
          top(json, "seriesCountByMetricName", counts.metrics, limit);
          top(json, "labelValueCountByLabelName", counts.valueCounts(), limit);
          top(json, "memoryInBytesByLabelName", counts.bytes, limit);
          top(json, "seriesCountByLabelValuePair", counts.pairs, limit);
          json.writeEndObject();
        });
  }

  private static void top(JsonGenerator json, String name, Map<String, Integer> counts, int limit)
      throws IOException {
    json.writeArrayFieldStart(name);
    var most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(limit)
            .toList();
    for (var entry : most) {
      json.writeStartObject();
      json.writeStringField("name", entry.getKey());
      json.writeNumberField("value", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static final class Counts {
    final Map<String, Integer> metrics = new HashMap<>();
    final Map<String, Integer> pairs = new HashMap<>();
    final Map<String, Integer> bytes = new HashMap<>();
    final Map<String, Set<String>> values = new HashMap<>();

    void add(Labels labels) {
      metrics.merge(labels.metric(), 1, Integer::sum);
      for (int i = 0; i < labels.size(); i++) {
        var name = labels.name(i);
        var value = labels.value(i);
        pairs.merge(name + "=" + value, 1, Integer::sum);
        bytes.merge(name, value.length(), Integer::sum);
        values.computeIfAbsent(name, _ -> new HashSet<>()).add(value);
      }
    }

    Map<String, Integer> valueCounts() {
      var counts = new HashMap<String, Integer>();
      values.forEach((name, all) -> counts.put(name, all.size()));
      return counts;
    }
  }
}
