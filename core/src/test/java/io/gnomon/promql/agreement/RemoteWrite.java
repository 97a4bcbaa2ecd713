package io.gnomon.promql.agreement;

import io.gnomon.model.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Remote write's messages, as far as they are needed: protocol buffers in snappy's format, which
/// need not be compressed.
final class RemoteWrite {
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  void add(Labels labels, long time, double value) {
    var series = new ByteArrayOutputStream();
    for (int i = 0; i < labels.size(); i++) {
      var label = new ByteArrayOutputStream();
      field(1, labels.name(i).getBytes(StandardCharsets.UTF_8), label);
      field(2, labels.value(i).getBytes(StandardCharsets.UTF_8), label);
      field(1, label.toByteArray(), series);
    }
    field(2, sample(time, value), series);
    field(1, series.toByteArray(), message);
  }

  private static byte[] sample(long time, double value) {
    var out = new ByteArrayOutputStream();
    out.write(1 << 3 | 1);
    out.writeBytes(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(Double.doubleToRawLongBits(value))
            .array());
    out.write(2 << 3);
    varint(time, out);
    return out.toByteArray();
  }

  private static void field(int number, byte[] bytes, ByteArrayOutputStream out) {
    out.write(number << 3 | 2);
    varint(bytes.length, out);
    out.writeBytes(bytes);
  }

  private static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /// The message as literals of at most 64 KiB.
  byte[] snappy() {
    var bytes = message.toByteArray();
    var out = new ByteArrayOutputStream(bytes.length + 100);
    varint(bytes.length, out);
    for (int i = 0; i < bytes.length; i += 0x10000) {
      int length = Math.min(0x10000, bytes.length - i);
      out.write(61 << 2);
      out.write(length - 1);
      out.write(length - 1 >> 8);
      out.write(bytes, i, length);
    }
    return out.toByteArray();
  }
}
