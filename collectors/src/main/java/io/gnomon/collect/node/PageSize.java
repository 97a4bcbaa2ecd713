package io.gnomon.collect.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// The size of a page of memory, which the kernel hands to each process in its auxiliary vector:
/// pairs of words, a type and a value.
final class PageSize {
  private static final long AT_PAGESZ = 6;
  private static final int USUAL = 4096;

  private PageSize() {}

  static int read() {
    try {
      return find(ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv"))));
    } catch (IOException _) {
      return USUAL;
    }
  }

  private static int find(ByteBuffer vector) {
    vector.order(ByteOrder.nativeOrder());
    while (vector.remaining() >= 2 * Long.BYTES) {
      long type = vector.getLong();
      long value = vector.getLong();
      if (type == AT_PAGESZ) {
        return (int) value;
      }
    }
    return USUAL;
  }
}
