package io.gnomon.web.api;

import io.gnomon.model.Durations;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a request asks for, from its address or its form; a form's value counts first. Times are
/// milliseconds since the epoch.
public record Params(Context ctx) {
  public @Nullable String text(String name) {
    var form = ctx.formParam(name);
    return form == null ? ctx.queryParam(name) : form;
  }

  public String text(String name, String otherwise) {
    var text = text(name);
    return text == null || text.isEmpty() ? otherwise : text;
  }

  public List<String> all(String name) {
    var form = ctx.formParams(name);
    return form.isEmpty() ? ctx.queryParams(name) : form;
  }

  public long time(String name, long otherwise) throws ApiException {
    var text = text(name, "");
    return text.isEmpty() ? otherwise : parseTime(name, text);
  }

  public long time(String name) throws ApiException {
    return parseTime(name, text(name, ""));
  }

  public long duration(String name, long otherwise) throws ApiException {
    var text = text(name, "");
    return text.isEmpty() ? otherwise : parseDuration(name, text);
  }

  public long duration(String name) throws ApiException {
    return parseDuration(name, text(name, ""));
  }

  /// A limit on the number of things answered; none when it is missing or 0.
  public int limit(String name) throws ApiException {
    var text = text(name, "0");
    try {
      int limit = Integer.parseInt(text);
      if (limit < 0) {
        throw ApiException.badParameter(name, "limit must be non-negative");
      }
      return limit == 0 ? Integer.MAX_VALUE : limit;
    } catch (NumberFormatException e) {
      throw ApiException.badParameter(name, "cannot parse \"" + text + "\" to a whole number");
    }
  }

  /// Unix seconds with a fraction, or RFC 3339.
  private static long parseTime(String name, String text) throws ApiException {
    try {
      return millis(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      try {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
      } catch (DateTimeException noTime) {
        throw ApiException.badParameter(name, "cannot parse \"" + text + "\" to a valid timestamp");
      }
    }
  }

  /// Seconds with a fraction, or Prometheus's `1h30m`.
  private static long parseDuration(String name, String text) throws ApiException {
    try {
      return millis(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      try {
        return Durations.parse(text).toMillis();
      } catch (IllegalArgumentException noDuration) {
        throw ApiException.badParameter(name, "cannot parse \"" + text + "\" to a valid duration");
      }
    }
  }

  /// Seconds to milliseconds; what is out of any clock's range is no number here.
  private static long millis(double seconds) {
    if (!(Math.abs(seconds) < 1e12)) {
      throw new NumberFormatException();
    }
    return Math.round(seconds * 1000);
  }
}
