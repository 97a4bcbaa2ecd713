package io.gnomon.promql.fn;

import io.gnomon.model.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Prometheus's hash of a label set, which `limit_ratio` picks series by: XXH64 (seed 0) over the
/// names and values in order, each behind its length. Source of the algorithm: the xxHash
/// specification, doc/xxhash_spec.md.
public final class LabelsHash {
  private static final long P1 = 0x9E3779B185EBCA87L;
  private static final long P2 = 0xC2B2AE3D27D4EB4FL;
  private static final long P3 = 0x165667B19E3779F9L;
  private static final long P4 = 0x85EBCA77C2B2AE63L;
  private static final long P5 = 0x27D4EB2F165667C5L;

  private static final long P1_AND_P2 = 0x60EA27EEADC0B5D6L;
  private static final long MINUS_P1 = 0x61C8864E7A143579L;

  private LabelsHash() {}

  public static long of(Labels labels) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < labels.size(); i++) {
      write(labels.name(i), bytes);
      write(labels.value(i), bytes);
    }
    return xxh64(ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
  }

  /// A length is one byte, or 255 and three bytes.
  private static void write(String text, ByteArrayOutputStream out) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    if (length < 255) {
      out.write(length);
    } else {
      out.writeBytes(new byte[] {-1, (byte) length, (byte) (length >>> 8), (byte) (length >>> 16)});
    }
    out.writeBytes(bytes);
  }

  static long xxh64(ByteBuffer in) {
    long length = in.remaining();
    long hash = (length >= 32 ? stripes(in) : P5) + length;
    while (in.remaining() >= 8) {
      hash = Long.rotateLeft(hash ^ round(0, in.getLong()), 27) * P1 + P4;
    }
    if (in.remaining() >= 4) {
      hash = Long.rotateLeft(hash ^ (in.getInt() & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
    }
    while (in.hasRemaining()) {
      hash = Long.rotateLeft(hash ^ (in.get() & 0xFFL) * P5, 11) * P1;
    }
    return avalanche(hash);
  }

  private static long stripes(ByteBuffer in) {
    long[] lanes = {P1_AND_P2, P2, 0, MINUS_P1};
    while (in.remaining() >= 32) {
      for (int i = 0; i < lanes.length; i++) {
        lanes[i] = round(lanes[i], in.getLong());
      }
    }
    long hash =
        Long.rotateLeft(lanes[0], 1)
            + Long.rotateLeft(lanes[1], 7)
            + Long.rotateLeft(lanes[2], 12)
            + Long.rotateLeft(lanes[3], 18);
    for (long lane : lanes) {
      hash = (hash ^ round(0, lane)) * P1 + P4;
    }
    return hash;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * P2, 31) * P1;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ hash >>> 33) * P2;
    mixed = (mixed ^ mixed >>> 29) * P3;
    return mixed ^ mixed >>> 32;
  }
}
