package io.gnomon.collect.http;

import io.gnomon.collect.RefusedException;
import io.gnomon.collect.exposition.Bytes;
import io.gnomon.model.ByteSize;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks gzip (RFC 1952) from bytes into bytes, with one inflater for good, and never more than
/// its limit.
final class Gunzip implements AutoCloseable {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int STEP = 1 << 16;

  private final ByteSize limit;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();

  Gunzip(ByteSize limit) {
    this.limit = limit;
  }

  void unpack(Bytes packed, Bytes into) {
    into.clear();
    int at = 0;
    do {
      at = member(packed, at, into);
    } while (at < packed.length());
  }

  private int member(Bytes packed, int from, Bytes into) {
    int data = header(packed, from);
    int start = into.length();
    inflater.reset();
    inflater.setInput(packed.array(), data, packed.length() - data);
    try {
      inflate(into);
    } catch (DataFormatException e) {
      throw broken();
    }
    int end = packed.length() - inflater.getRemaining();
    checksum.reset();
    checksum.update(into.array(), start, into.length() - start);
    if (end + TRAILER > packed.length() || number(packed, end) != (int) checksum.getValue()) {
      throw broken();
    }
    return end + TRAILER;
  }

  private void inflate(Bytes into) throws DataFormatException {
    while (!inflater.finished()) {
      into.reserve(STEP);
      int count = inflater.inflate(into.array(), into.length(), STEP);
      if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw broken();
      }
      into.added(count);
      if (into.length() > limit.bytes()) {
        throw new RefusedException("expected a body of no more than body_size_limit " + limit);
      }
    }
  }

  /// Where the data begins behind a header.
  private static int header(Bytes packed, int from) {
    byte[] b = packed.array();
    int at = from + HEADER;
    if (at > packed.length() || b[from] != 0x1f || b[from + 1] != (byte) 0x8b || b[from + 2] != 8) {
      throw broken();
    }
    int flags = b[from + 3];
    if ((flags & HAS_EXTRA) != 0) {
      at = inside(packed, at + 2);
      at += (b[at - 2] & 0xff) + ((b[at - 1] & 0xff) << 8);
    }
    at = (flags & HAS_NAME) == 0 ? at : behindZero(packed, at);
    at = (flags & HAS_COMMENT) == 0 ? at : behindZero(packed, at);
    return inside(packed, (flags & HAS_CHECKSUM) == 0 ? at : at + 2);
  }

  private static int behindZero(Bytes packed, int from) {
    int at = from;
    while (at < packed.length() && packed.array()[at] != 0) {
      at++;
    }
    return inside(packed, at + 1);
  }

  private static int inside(Bytes packed, int at) {
    if (at > packed.length()) {
      throw broken();
    }
    return at;
  }

  private static int number(Bytes packed, int at) {
    byte[] b = packed.array();
    return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
  }

  private static RefusedException broken() {
    return new RefusedException("expected a body in gzip that is whole");
  }

  @Override
  public void close() {
    inflater.close();
  }
}
