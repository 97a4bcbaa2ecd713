package io.gnomon.race;

import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import io.gnomon.model.Labels;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Prometheus's remote write 1.0, enough of it to fill a server with float samples: protobuf
/// `WriteRequest { repeated TimeSeries { repeated Label; repeated Sample } }` in a snappy block.
final class RemoteWrite implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI target;
  private ByteArrayOutputStream request = new ByteArrayOutputStream();

  RemoteWrite(URI target) {
    this.target = target;
  }

  /// Adds samples `[from, to)` of one series to the request under way.
  void add(Labels labels, Fleet fleet, double[] values, int from, int to) {
    var series = new ByteArrayOutputStream();
    for (int i = 0; i < labels.size(); i++) {
      field(series, 1, label(labels.name(i), labels.value(i)));
    }
    for (int i = from; i < to; i++) {
      field(series, 2, sample(fleet.at(i), values[i]));
    }
    field(request, 1, series);
  }

  void send() throws Exception {
    byte[] raw = request.toByteArray();
    request = new ByteArrayOutputStream();
    var compressor = new SnappyJavaCompressor();
    byte[] packed = new byte[compressor.maxCompressedLength(raw.length)];
    int length = compressor.compress(raw, 0, raw.length, packed, 0, packed.length);
    var post =
        HttpRequest.newBuilder(target)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOf(packed, length)));
    post.header("Content-Encoding", "snappy").header("Content-Type", "application/x-protobuf");
    var answer =
        client.send(
            post.header("X-Prometheus-Remote-Write-Version", "0.1.0").build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private static ByteArrayOutputStream label(String name, String value) {
    var label = new ByteArrayOutputStream();
    field(label, 1, name);
    field(label, 2, value);
    return label;
  }

  private static ByteArrayOutputStream sample(long time, double value) {
    var sample = new ByteArrayOutputStream(20);
    sample.write(1 << 3 | 1);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 64; i += 8) {
      sample.write((int) (bits >>> i));
    }
    sample.write(2 << 3);
    varint(sample, time);
    return sample;
  }

  private static void field(ByteArrayOutputStream out, int number, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(number << 3 | 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void field(ByteArrayOutputStream out, int number, ByteArrayOutputStream of) {
    out.write(number << 3 | 2);
    varint(out, of.size());
    out.writeBytes(of.toByteArray());
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    for (; (value & ~0x7fL) != 0; value >>>= 7) {
      out.write((int) value & 0x7f | 0x80);
    }
    out.write((int) value);
  }

  @Override
  public void close() {
    client.close();
  }
}
