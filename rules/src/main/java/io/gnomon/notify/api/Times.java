package io.gnomon.notify.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Times in RFC 3339, as the API has them.
final class Times {
  private Times() {}

  static String print(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /// Milliseconds since the epoch; 0 for none and for Go's zero time.
  static long parse(String what, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    try {
      return Math.max(0, OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(what + ": expected a time in RFC 3339", e);
    }
  }
}
