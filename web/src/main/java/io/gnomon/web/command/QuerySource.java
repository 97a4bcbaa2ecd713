package io.gnomon.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.gnomon.model.Labels;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.QueryException;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import io.gnomon.web.api.ResultJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;

/// Who answers a query given on the command line, in the API's JSON.
@FunctionalInterface
interface QuerySource {
  ObjectMapper JSON = new ObjectMapper();

  /// Whoever only looks must not throw away what the server would still keep.
  StoreOptions EVERYTHING = new StoreOptions(1L << 50, Duration.ofDays(36_500).toMillis(), false);

  /// From start to end in milliseconds; a step of 0 asks for the end alone.
  record Times(long start, long end, long step) {
    boolean isInstant() {
      return step == 0;
    }

    int size() {
      return isInstant() ? 1 : Math.toIntExact((end - start) / step + 1);
    }
  }

  JsonNode ask(String expr, Times times) throws IOException, InterruptedException;

  static QuerySource server(URI url) {
    return (expr, times) -> {
      var query = "&query=" + URLEncoder.encode(expr, StandardCharsets.UTF_8);
      var path = times.isInstant() ? "query?time=" + times.end / 1000.0 : range(times);
      try (var client = HttpClient.newHttpClient()) {
        var request = HttpRequest.newBuilder(url.resolve("/api/v1/" + path + query)).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
      } catch (java.net.ConnectException e) {
        throw new IOException(url + ": nobody answers", e);
      }
    };
  }

  private static String range(Times times) {
    return "query_range?start=%s&end=%s&step=%s"
        .formatted(times.start / 1000.0, times.end / 1000.0, times.step / 1000.0);
  }

  static QuerySource directory(Path path) {
    return (expr, times) -> {
      if (!Files.isDirectory(path)) {
        throw new IOException(path + ": no such data directory");
      }
      try (var store = Store.open(path, EVERYTHING)) {
        return JsonNodeFactory.instance.objectNode().set("data", answer(store, expr, times));
      } catch (QueryException e) {
        return JsonNodeFactory.instance
            .objectNode()
            .put("status", "error")
            .put("error", e.getMessage());
      }
    };
  }

  private static JsonNode answer(Store store, String expr, Times times) throws IOException {
    var plan = new Engine(store, Options.DEFAULT).plan(expr, Limits.DEFAULT);
    var result = plan.run(times.isInstant() ? times.end : times.start, times.step, times.size());
    try (var json = new TokenBuffer(JSON, false)) {
      var text = new ResultJson(result, Integer.MAX_VALUE);
      if (times.isInstant()) {
        text.writeInstant(json);
      } else {
        text.writeRange(json);
      }
      return JSON.readTree(json.asParser());
    }
  }

  /// The labels of a row of an answer.
  static Labels series(JsonNode row) {
    var labels = new TreeMap<String, String>();
    row.path("metric")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return Labels.of(labels);
  }
}
