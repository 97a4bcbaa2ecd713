package io.gnomon.notify.wecom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Text in parts of at most so many bytes of UTF-8: alerts stay whole, each part begins with the
/// headline and says which it is: `(1/3)`. An alert that alone is too long is cut.
final class Parts {
  private static final String SEPARATOR = "\n\n";
  private static final int MOST = 10;

  private Parts() {}

  static List<String> split(String headline, List<String> alerts, int bytes) {
    int room = bytes - bytes(headline) - bytes(" (10/10)") - bytes(SEPARATOR);
    var bodies = new ArrayList<String>();
    var body = new StringBuilder();
    for (var alert : alerts) {
      var text = cut(alert, room);
      if (!body.isEmpty() && bytes(body + SEPARATOR + text) > room) {
        bodies.add(body.toString());
        body.setLength(0);
      }
      body.append(body.isEmpty() ? "" : SEPARATOR).append(text);
    }
    bodies.add(body.toString());
    return numbered(headline, bodies.subList(0, Math.min(MOST, bodies.size())));
  }

  private static List<String> numbered(String headline, List<String> bodies) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < bodies.size(); i++) {
      var number = bodies.size() == 1 ? "" : " (" + (i + 1) + "/" + bodies.size() + ")";
      parts.add(headline + number + SEPARATOR + bodies.get(i));
    }
    return parts;
  }

  /// Cuts to so many bytes, never within a character.
  static String cut(String text, int bytes) {
    if (bytes(text) <= bytes) {
      return text;
    }
    int room = bytes - bytes("…");
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      room -= bytes(text.substring(end, next));
      if (room < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + "…";
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
