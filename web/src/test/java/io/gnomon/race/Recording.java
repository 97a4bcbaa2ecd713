package io.gnomon.race;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Pages of one exporter, as they were scraped. The file is gzip of records: `#@ <aligned_ms>
/// <started_ms> <scrape_us> <body_bytes>`, newline, the page, newline.
record Recording(String name, List<byte[]> pages) {
  static Recording read(Path file) throws IOException {
    var pages = new ArrayList<byte[]>();
    try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      for (var head = line(in); !head.isEmpty(); head = line(in)) {
        pages.add(in.readNBytes(Integer.parseInt(head.substring(head.lastIndexOf(' ') + 1))));
        line(in);
      }
    }
    return new Recording(file.getFileName().toString().replace(".prom.gz", ""), List.copyOf(pages));
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /// Lines of a page that are samples.
  static long samples(byte[] page) {
    return new String(page, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .count();
  }
}
