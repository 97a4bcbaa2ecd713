package io.gnomon.collect.http;

import io.gnomon.collect.RefusedException;
import io.gnomon.collect.exposition.Bytes;
import io.gnomon.model.ByteSize;
import java.io.EOFException;
import java.io.IOException;

/// Reads a response's body, of known length, in chunks, or up to the connection's end, but never
/// more than its limit.
final class Body {
  private static final int MOST_CHUNK_DIGITS = 12;

  private final ByteSize limit;
  private final Bytes line = new Bytes();

  Body(ByteSize limit) {
    this.limit = limit;
  }

  void read(ResponseHead head, Connection connection, Bytes into) throws IOException {
    into.clear();
    if (head.isChunked()) {
      chunks(connection, into);
    } else if (head.length() >= 0) {
      exactly(head.length(), connection, into);
    } else {
      toTheEnd(connection, into);
    }
  }

  private void exactly(long count, Connection connection, Bytes into) throws IOException {
    check(into.length() + count);
    for (long left = count; left > 0; ) {
      int came = connection.some(into, left);
      if (came < 0) {
        throw new EOFException("the body ended early");
      }
      left -= came;
    }
  }

  private void toTheEnd(Connection connection, Bytes into) throws IOException {
    while (connection.some(into, Long.MAX_VALUE) >= 0) {
      check(into.length());
    }
  }

  private void chunks(Connection connection, Bytes into) throws IOException {
    for (long size = chunk(connection); size > 0; size = chunk(connection)) {
      exactly(size, connection, into);
      next(connection);
    }
    while (next(connection)) {
      // Trailers say nothing we need.
    }
  }

  /// Reads a line; false when it is empty.
  private boolean next(Connection connection) throws IOException {
    line.clear();
    connection.line(line);
    return line.length() > 0;
  }

  /// The length of the next chunk: hexadecimal, up to a semicolon.
  private long chunk(Connection connection) throws IOException {
    next(connection);
    long size = 0;
    int at = 0;
    for (; at < line.length() && line.array()[at] != ';' && line.array()[at] != ' '; at++) {
      int digit = Character.digit(line.array()[at], 16);
      if (digit < 0 || at == MOST_CHUNK_DIGITS) {
        throw new RefusedException("expected the length of a chunk");
      }
      size = size * 16 + digit;
    }
    if (at == 0) {
      throw new RefusedException("expected the length of a chunk");
    }
    return size;
  }

  private void check(long length) {
    if (length > limit.bytes()) {
      throw new RefusedException("expected a body of no more than body_size_limit " + limit);
    }
  }
}
