package io.gnomon.collect.exposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The recorded pages among the test resources.
public final class Recordings {
  private Recordings() {}

  /// The pages of one recording, one after the other.
  public static List<byte[]> pages(String name) {
    try (var in = open(name)) {
      var pages = new ArrayList<byte[]>();
      for (var header = line(in); !header.isEmpty(); header = line(in)) {
        pages.add(in.readNBytes(Integer.parseInt(header.split(" ")[4])));
        line(in);
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GZIPInputStream open(String name) throws IOException {
    var resource = Recordings.class.getResourceAsStream("/recordings/" + name + ".prom.gz");
    return new GZIPInputStream(resource, 1 << 16);
  }

  private static String line(GZIPInputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
