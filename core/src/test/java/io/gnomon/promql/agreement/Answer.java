package io.gnomon.promql.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Result;
import java.util.Map;
import java.util.TreeMap;

/// What a query was answered: an error, or the values of each series by time in milliseconds.
record Answer(String error, Map<Labels, TreeMap<Long, Double>> series) {
  private static final double TOLERANCE = 1e-9;

  static Answer failure(String error) {
    return new Answer(error, Map.of());
  }

  static Answer of(Result result) {
    var series = new TreeMap<Labels, TreeMap<Long, Double>>();
    for (int row = 0; result.type() != Expr.Type.STRING && row < result.size(); row++) {
      var points = new TreeMap<Long, Double>();
      for (int k = 0; k < result.grid().size(); k++) {
        if (!Absent.is(result.values(row)[k])) {
          points.put(result.grid().at(k), result.values(row)[k]);
        }
      }
      if (!points.isEmpty()) {
        series.put(result.labels(row), points);
      }
    }
    return new Answer("", series);
  }

  static Answer of(JsonNode json) {
    if (!json.path("status").asText().equals("success")) {
      return failure(json.path("error").asText());
    }
    var data = json.path("data");
    var series = new TreeMap<Labels, TreeMap<Long, Double>>();
    if (data.path("resultType").asText().equals("scalar")) {
      series.put(Labels.EMPTY, points(data.path("result"), true));
    } else if (!data.path("resultType").asText().equals("string")) {
      for (var row : data.path("result")) {
        boolean instant = row.has("value");
        series.put(labels(row), points(row.path(instant ? "value" : "values"), instant));
      }
    }
    return new Answer("", series);
  }

  private static Labels labels(JsonNode row) {
    var labels = new TreeMap<String, String>();
    row.path("metric")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return Labels.of(labels);
  }

  private static TreeMap<Long, Double> points(JsonNode values, boolean instant) {
    var points = new TreeMap<Long, Double>();
    if (instant) {
      points.put(time(values), value(values));
    } else {
      values.forEach(pair -> points.put(time(pair), value(pair)));
    }
    return points;
  }

  private static long time(JsonNode pair) {
    return Math.round(pair.get(0).asDouble() * 1000);
  }

  private static double value(JsonNode pair) {
    return Double.parseDouble(pair.get(1).asText().replace("Inf", "Infinity"));
  }

  boolean agrees(Answer other) {
    boolean bothFail = !error.isEmpty() && !other.error.isEmpty();
    return bothFail
        || error.equals(other.error)
            && series.keySet().equals(other.series.keySet())
            && series.entrySet().stream()
                .allMatch(row -> same(row.getValue(), other.series.get(row.getKey())));
  }

  private static boolean same(TreeMap<Long, Double> ours, TreeMap<Long, Double> theirs) {
    return ours.keySet().equals(theirs.keySet())
        && ours.entrySet().stream()
            .allMatch(point -> same(point.getValue(), theirs.get(point.getKey())));
  }

  private static boolean same(double a, double b) {
    return a == b
        || Double.isNaN(a) && Double.isNaN(b)
        || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  }

  @Override
  public String toString() {
    var text = error.isEmpty() ? series.toString() : "error: " + error;
    return text.length() > 700 ? text.substring(0, 700) + "..." : text;
  }
}
