package io.gnomon.collect.http;

import io.gnomon.collect.RefusedException;
import io.gnomon.collect.exposition.Bytes;
import io.gnomon.collect.exposition.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The status and headers of a response, read without making strings of what is not needed.
public final class ResponseHead {
  private static final int MOST_BYTES = 1 << 16;
  private static final long UNKNOWN = -1;

  private static final byte[] LENGTH = bytes("content-length:");
  private static final byte[] CODING = bytes("transfer-encoding:");
  private static final byte[] ENCODING = bytes("content-encoding:");
  private static final byte[] TYPE = bytes("content-type:");
  private static final byte[] CONNECTION = bytes("connection:");
  private static final byte[] LOCATION = bytes("location:");
  private static final byte[] HTTP_1_0 = bytes("http/1.0 ");
  private static final byte[] HTTP_1_1 = bytes("http/1.1 ");
  private static final byte[] CHUNKED = bytes("chunked");
  private static final byte[] GZIP = bytes("gzip");
  private static final byte[] CLOSE = bytes("close");
  private static final byte[] KEEP = bytes("keep-alive");
  private static final byte[] OPEN_METRICS = bytes("application/openmetrics-text");

  private final Bytes line = new Bytes();
  private int status;
  private long length;
  private boolean chunked;
  private boolean gzip;
  private boolean close;
  private Format format = Format.TEXT;
  private String location = "";
  private String reason = "";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public int status() {
    return status;
  }

  /// Bytes of the body, or less than 0 when the head does not tell.
  public long length() {
    return length;
  }

  boolean isChunked() {
    return chunked;
  }

  boolean isGzip() {
    return gzip;
  }

  boolean closes() {
    return close;
  }

  Format format() {
    return format;
  }

  String location() {
    return location;
  }

  /// As in `404 Not Found`.
  public String statusText() {
    return (status + " " + reason).strip();
  }

  public void read(Connection connection) throws IOException {
    do {
      readOne(connection);
    } while (status < 200);
  }

  private void readOne(Connection connection) throws IOException {
    clear();
    connection.line(line);
    statusLine();
    for (int total = line.length(); ; total += line.length()) {
      line.clear();
      connection.line(line);
      if (line.length() == 0) {
        return;
      }
      if (total > MOST_BYTES) {
        throw new RefusedException("expected no more than 64 KB of headers");
      }
      header();
    }
  }

  private void clear() {
    line.clear();
    length = UNKNOWN;
    chunked = false;
    gzip = false;
    format = Format.TEXT;
    location = "";
    reason = "";
  }

  private void statusLine() {
    boolean old = begins(HTTP_1_0, 0);
    if (!old && !begins(HTTP_1_1, 0) || line.length() < 12) {
      throw new RefusedException("expected an HTTP response");
    }
    close = old;
    status = (int) number(HTTP_1_1.length, HTTP_1_1.length + 3);
    if (status >= 300) {
      reason = text(HTTP_1_1.length + 3);
    }
  }

  private void header() {
    if (begins(LENGTH, 0)) {
      length = number(value(LENGTH), line.length());
    } else if (begins(CODING, 0)) {
      chunked = begins(CHUNKED, value(CODING));
    } else if (begins(ENCODING, 0)) {
      gzip = begins(GZIP, value(ENCODING));
      if (!gzip && value(ENCODING) < line.length() && !begins(bytes("identity"), value(ENCODING))) {
        throw new RefusedException("expected gzip, got content " + text(value(ENCODING)));
      }
    } else if (begins(TYPE, 0)) {
      format = begins(OPEN_METRICS, value(TYPE)) ? Format.OPEN_METRICS : Format.TEXT;
    } else if (begins(CONNECTION, 0)) {
      close = begins(CLOSE, value(CONNECTION)) || close && !begins(KEEP, value(CONNECTION));
    } else if (begins(LOCATION, 0)) {
      location = text(value(LOCATION));
    }
  }

  private boolean begins(byte[] word, int from) {
    byte[] bytes = line.array();
    if (line.length() - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private int value(byte[] name) {
    int from = name.length;
    while (from < line.length() && line.array()[from] == ' ') {
      from++;
    }
    return from;
  }

  private long number(int from, int to) {
    long number = 0;
    for (int i = from; i < to && line.array()[i] != ' '; i++) {
      int digit = line.array()[i] - '0';
      if (digit < 0 || digit > 9 || number > 1L << 50) {
        throw new RefusedException("expected a number in the response's head");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private String text(int from) {
    var text =
        new String(line.array(), from, line.length() - from, StandardCharsets.ISO_8859_1).strip();
    return text.length() > 200 ? text.substring(0, 200) : text;
  }
}
