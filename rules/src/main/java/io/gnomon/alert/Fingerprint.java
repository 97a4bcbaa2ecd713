package io.gnomon.alert;

import io.gnomon.model.Labels;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The number by which Alertmanager and its tools know a set of labels: FNV-1a (64 bits) over names
/// and values, each ended by a byte that no UTF-8 has.
public final class Fingerprint {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final byte SEPARATOR = (byte) 0xff;

  private Fingerprint() {}

  public static long of(Labels labels) {
    long hash = OFFSET;
    for (int i = 0; i < labels.size(); i++) {
      hash = add(add(hash, labels.name(i)), labels.value(i));
    }
    return hash;
  }

  public static String text(Labels labels) {
    return HexFormat.of().toHexDigits(of(labels));
  }

  private static long add(long hash, String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = add(hash, b);
    }
    return add(hash, SEPARATOR);
  }

  private static long add(long hash, byte b) {
    return (hash ^ (b & 0xff)) * PRIME;
  }
}
