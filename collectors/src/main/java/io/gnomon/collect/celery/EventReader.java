package io.gnomon.collect.celery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/// Reads events from JSON: one object, or an array of them, as workers send their tasks' events.
/// Arguments and results are passed over unread.
final class EventReader {
  private final JsonFactory json;

  EventReader(JsonFactory json) {
    this.json = json;
  }

  void read(byte[] body, Consumer<Event> each) throws IOException {
    try (var parser = json.createParser(body)) {
      switch (parser.nextToken()) {
        case START_OBJECT -> each.accept(new Fields().read(parser));
        case START_ARRAY -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            each.accept(new Fields().read(parser));
          }
        }
        case null, default -> throw new IOException("expected an event or an array of them");
      }
    }
  }

  /// The fields of the event that is being read.
  private static final class Fields {
    private String type = "";
    private String uuid = "";
    private String name = "";
    private String queue = "";
    private String hostname = "";
    private String exception = "";
    private String lastLine = "";
    private double timestamp;
    private double eta = Double.NaN;
    private double runtime = Double.NaN;
    private int pid;
    private long active;
    private long processed;

    Event read(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var field = parser.currentName();
        if (parser.nextToken().isScalarValue()) {
          take(field, parser);
        } else {
          parser.skipChildren();
        }
      }
      if (type.isEmpty()) {
        throw new IOException("expected an event with a type");
      }
      return new Event(
          type,
          uuid,
          name,
          queue,
          hostname,
          timestamp,
          eta,
          runtime,
          exceptionName(),
          pid,
          active,
          processed);
    }

    private void take(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "type" -> type = parser.getValueAsString("");
        case "uuid" -> uuid = parser.getValueAsString("");
        case "name" -> name = parser.getValueAsString("");
        case "queue" -> queue = parser.getValueAsString("");
        case "hostname" -> hostname = parser.getValueAsString("");
        case "exception" -> exception = parser.getValueAsString("");
        case "traceback" -> lastLine = lastLine(parser.getValueAsString(""));
        case "timestamp" -> timestamp = parser.getValueAsDouble();
        case "eta" -> eta = epochSeconds(parser.getValueAsString(""));
        case "runtime" -> runtime = parser.getValueAsDouble(Double.NaN);
        case "pid" -> pid = parser.getValueAsInt();
        case "active" -> active = parser.getValueAsLong();
        case "processed" -> processed = parser.getValueAsLong();
        default -> {} // of no use to us
      }
    }

    private String exceptionName() {
      return exception.isEmpty() ? "" : ExceptionName.of(exception, lastLine);
    }

    private static String lastLine(String traceback) {
      var text = traceback.stripTrailing();
      return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static double epochSeconds(String iso) {
      try {
        return iso.isEmpty()
            ? Double.NaN
            : OffsetDateTime.parse(iso).toInstant().toEpochMilli() / 1e3;
      } catch (DateTimeException _) {
        return Double.NaN; // a time without a zone: of no clock we know
      }
    }
  }
}
