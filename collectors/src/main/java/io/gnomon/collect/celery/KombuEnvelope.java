package io.gnomon.collect.celery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a message travels over Redis: JSON with the true body in it, in base64. RabbitMQ needs none.
final class KombuEnvelope {
  static final String JSON = "application/json";

  private final JsonFactory json;

  KombuEnvelope(JsonFactory json) {
    this.json = json;
  }

  /// The body of a message; refuses bodies that are not JSON, such as pickles.
  byte[] open(byte[] message) throws IOException {
    String body = null;
    boolean base64 = false;
    try (var parser = json.createParser(message)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("expected a message in JSON");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var field = parser.currentName();
        var value = parser.nextToken();
        switch (field) {
          case "body" -> body = parser.getValueAsString("");
          case "content-type" -> expectJson(parser.getValueAsString(""));
          case "properties" -> base64 = isBase64(parser);
          default -> skip(parser, value);
        }
      }
    }
    return bytes(body, base64);
  }

  private static byte[] bytes(@Nullable String body, boolean base64) throws IOException {
    if (body == null) {
      throw new IOException("expected a message with a body");
    }
    try {
      return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("expected a body in base64", e);
    }
  }

  static void expectJson(@Nullable String contentType) throws IOException {
    if (!JSON.equals(contentType)) {
      throw new IOException("expected events in application/json, found " + contentType);
    }
  }

  private static boolean isBase64(JsonParser parser) throws IOException {
    boolean base64 = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var field = parser.currentName();
      var value = parser.nextToken();
      if (field.equals("body_encoding")) {
        base64 = "base64".equals(parser.getValueAsString(""));
      } else {
        skip(parser, value);
      }
    }
    return base64;
  }

  private static void skip(JsonParser parser, JsonToken value) throws IOException {
    if (value.isStructStart()) {
      parser.skipChildren();
    }
  }

  /// A message to all workers, as Celery's own `control.broadcast` makes it.
  static String seal(String exchange, String body) {
    var encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    return """
    {"body":"%s","content-encoding":"utf-8","content-type":"application/json",\
    "headers":{"clock":1,"expires":0},"properties":{"delivery_mode":2,"priority":0,\
    "body_encoding":"base64","delivery_tag":"%s",\
    "delivery_info":{"exchange":"%s","routing_key":""}}}\
    """
        .formatted(encoded, UUID.randomUUID(), exchange);
  }
}
