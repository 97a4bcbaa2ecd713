package io.gnomon.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Numbers;
import io.gnomon.promql.Result;
import io.gnomon.store.Window;
import java.io.IOException;

/// A query's result as JSON, row by row from the plan's own arrays.
///
/// @param limit at most so many series
public record ResultJson(Result result, int limit) {
  public void writeInstant(JsonGenerator json) throws IOException {
    switch (result.type()) {
      case SCALAR -> begin(json, "scalar", () -> scalar(json));
      case STRING -> begin(json, "string", () -> pair(json, result.string()));
      case VECTOR -> begin(json, "vector", () -> vector(json));
      case MATRIX -> begin(json, "matrix", () -> samples(json));
    }
  }

  public void writeRange(JsonGenerator json) throws IOException {
    begin(json, "matrix", () -> matrix(json));
  }

  boolean isTruncated() {
    return result.type() != Expr.Type.SCALAR && result.size() > limit;
  }

  @FunctionalInterface
  private interface Part {
    void write() throws IOException;
  }

  private static void begin(JsonGenerator json, String type, Part part) throws IOException {
    json.writeStartObject();
    json.writeStringField("resultType", type);
    json.writeFieldName("result");
    part.write();
    json.writeEndObject();
  }

  private void scalar(JsonGenerator json) throws IOException {
    pair(json, Numbers.plain(result.values(result.row(0))[0]));
  }

  /// The time of a scalar or string is a plain number, not cut to three decimals.
  private void pair(JsonGenerator json, String value) throws IOException {
    json.writeStartArray();
    json.writeRawValue(Numbers.plain(result.grid().start() / 1000.0));
    json.writeString(value);
    json.writeEndArray();
  }

  private void vector(JsonGenerator json) throws IOException {
    long time = result.grid().start();
    json.writeStartArray();
    for (int i = 0, written = 0; i < result.size() && written < limit; i++) {
      int row = result.row(i);
      double value = result.values(row)[0];
      if (!Absent.is(value)) {
        json.writeStartObject();
        metric(json, result.labels(row));
        json.writeFieldName("value");
        sample(json, time, value);
        json.writeEndObject();
        written++;
      }
    }
    json.writeEndArray();
  }

  private void matrix(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (int i = 0, written = 0; i < result.size() && written < limit; i++) {
      int row = result.row(i);
      if (hasValue(result.values(row))) {
        series(json, row);
        written++;
      }
    }
    json.writeEndArray();
  }

  /// A range vector: each series with the samples it has.
  private void samples(JsonGenerator json) throws IOException {
    var window = new Window();
    json.writeStartArray();
    for (int i = 0, written = 0; i < result.size() && written < limit; i++) {
      int row = result.row(i);
      window.clear();
      result.samples(row, window);
      if (window.count > 0) {
        json.writeStartObject();
        metric(json, result.labels(row));
        json.writeArrayFieldStart("values");
        for (int k = 0; k < window.count; k++) {
          sample(json, window.times[k], window.values[k]);
        }
        json.writeEndArray();
        json.writeEndObject();
        written++;
      }
    }
    json.writeEndArray();
  }

  private boolean hasValue(double[] values) {
    for (int k = 0; k < result.grid().size(); k++) {
      if (!Absent.is(values[k])) {
        return true;
      }
    }
    return false;
  }

  private void series(JsonGenerator json, int row) throws IOException {
    var values = result.values(row);
    json.writeStartObject();
    metric(json, result.labels(row));
    json.writeArrayFieldStart("values");
    for (int k = 0; k < result.grid().size(); k++) {
      if (!Absent.is(values[k])) {
        sample(json, result.grid().at(k), values[k]);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void sample(JsonGenerator json, long time, double value) throws IOException {
    json.writeStartArray();
    json.writeRawValue(Times.seconds(time));
    json.writeString(Numbers.sample(value));
    json.writeEndArray();
  }

  private static void metric(JsonGenerator json, Labels labels) throws IOException {
    json.writeFieldName("metric");
    labels(json, labels);
  }

  static void labels(JsonGenerator json, Labels labels) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < labels.size(); i++) {
      json.writeStringField(labels.name(i), labels.value(i));
    }
    json.writeEndObject();
  }
}
