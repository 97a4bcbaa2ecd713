package io.gnomon.promql;

import java.nio.charset.StandardCharsets;

/// Errors of one query's text: `line:column: parse error: what`, columns in UTF-8 bytes as in
/// Prometheus.
record ParseErrors(String query) {
  QueryException at(int offset, String message) {
    return new QueryException(
        QueryException.Kind.BAD_DATA, position(offset) + ": parse error: " + message);
  }

  /// Where a place in the text is, for messages.
  String position(int offset) {
    if (query.isEmpty()) {
      return "unknown position";
    }
    var before = query.substring(0, offset);
    int lineStart = before.lastIndexOf('\n') + 1;
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.substring(lineStart).getBytes(StandardCharsets.UTF_8).length;
    return line + ":" + column;
  }
}
