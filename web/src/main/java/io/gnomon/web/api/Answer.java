package io.gnomon.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gnomon.promql.Numbers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The envelope of every answer, written straight to the client.
final class Answer {
  private static final JsonFactory JSON = new JsonFactory();

  /// Writes the value of `data`.
  @FunctionalInterface
  interface Data {
    void write(JsonGenerator json) throws IOException;
  }

  private Answer() {}

  static void success(Context ctx, Data data) throws IOException {
    success(ctx, data, List.of(), List.of());
  }

  static void success(Context ctx, Data data, List<String> warnings, List<String> infos)
      throws IOException {
    try (var json = begin(ctx, 200)) {
      json.writeStringField("status", "success");
      json.writeFieldName("data");
      data.write(json);
      strings(json, "warnings", warnings);
      strings(json, "infos", infos);
      json.writeEndObject();
    }
  }

  static void strings(Context ctx, Iterable<String> data, boolean truncated) throws IOException {
    success(ctx, json -> list(json, data), truncated ? TRUNCATED : List.of(), List.of());
  }

  static final List<String> TRUNCATED = List.of("results truncated due to limit");

  static void error(Context ctx, ApiException e) {
    error(ctx, e.status(), e.type(), String.valueOf(e.getMessage()));
  }

  static void error(Context ctx, int status, String type, String message) {
    try (var json = begin(ctx, status)) {
      json.writeStringField("status", "error");
      json.writeStringField("errorType", type);
      json.writeStringField("error", message);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonGenerator begin(Context ctx, int status) throws IOException {
    ctx.status(status).contentType("application/json");
    var json = JSON.createGenerator(ctx.outputStream());
    json.writeStartObject();
    return json;
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeFieldName(name);
      list(json, values);
    }
  }

  /// A number as Go writes it: whole ones without a fraction.
  static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(Numbers.sample(value));
  }

  static void list(JsonGenerator json, Iterable<String> values) throws IOException {
    json.writeStartArray();
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
