package io.gnomon.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/// What the program says of itself.
public final class StatusApi {
  /// The Prometheus whose API and query language this is; Grafana chooses its features by it.
  private static final String PROMETHEUS = "3.14.0";

  private final Supplier<String> config;
  private final Supplier<Map<String, String>> flags;

  /// @param config the configuration in force as YAML, without its secrets
  public StatusApi(Supplier<String> config, Supplier<Map<String, String>> flags) {
    this.config = config;
    this.flags = flags;
  }

  public void buildInfo(Context ctx) throws IOException {
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeStringField("version", PROMETHEUS);
          json.writeStringField("revision", "");
          json.writeStringField("branch", "gnomon");
          json.writeStringField("buildUser", "gnomon");
          json.writeStringField("buildDate", "");
          json.writeStringField("goVersion", "java" + Runtime.version().feature());
          json.writeEndObject();
        });
  }

  public void config(Context ctx) throws IOException {
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeStringField("yaml", config.get());
          json.writeEndObject();
        });
  }

  public void flags(Context ctx) throws IOException {
    Answer.success(
        ctx,
        json -> {
          json.writeStartObject();
          for (var flag : flags.get().entrySet()) {
            json.writeStringField(flag.getKey(), flag.getValue());
          }
          json.writeEndObject();
        });
  }
}
