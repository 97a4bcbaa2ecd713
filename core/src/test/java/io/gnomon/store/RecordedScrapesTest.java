package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Stores recorded pages of real exporters (`-Dgnomon.data=FOLDER` with `*.prom.gz`) and prints
/// what a sample takes in the ring. The recording is played several times over, so that whole
/// frames come about; counters then start again, which makes samples a little dearer. A record is
/// `#@ <time ms> ... <bytes>`, then the page.
@EnabledIfSystemProperty(named = "gnomon.data", matches = ".+")
class RecordedScrapesTest {
  private static final int TIMES = 4;

  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  @TempDir Path directory;
  private final Map<String, Integer> columns = new HashMap<>();

  @Test
  void printsBytesASample() throws IOException {
    var options = new StoreOptions(256 << 20, Long.MAX_VALUE / 4, false);
    try (var store = Store.open(directory, options)) {
      for (var file : recordings()) {
        var before = store.stats();
        columns.clear();
        try (var appender = store.appender(file.getFileName().toString())) {
          long time = 0;
          for (int i = 0; i < TIMES; i++) {
            time = store(file, appender, time);
          }
        }
        var after = store.stats();
        print(file.getFileName().toString(), before, after);
        assertThat(after.sealedSamples()).isGreaterThan(before.sealedSamples());
      }
      var all = store.stats();
      System.out.printf(
          "all: %,d samples, %.4f bytes each%n",
          all.sealedSamples(), (double) all.sealedBytes() / all.sealedSamples());
    }
  }

  private static void print(String name, StoreStats before, StoreStats after) {
    long samples = after.sealedSamples() - before.sealedSamples();
    long bytes = after.sealedBytes() - before.sealedBytes();
    System.out.printf(
        "%s: %,d series, %,d samples, %.4f bytes each%n",
        name, after.series() - before.series(), samples, (double) bytes / samples);
  }

  private static List<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("gnomon.data")))) {
      return files.filter(file -> file.toString().endsWith(".prom.gz")).sorted().toList();
    }
  }

  /// Stores a recording, moved so that it begins after that time, and gives its last time.
  private long store(Path file, Appender appender, long after) throws IOException {
    var target = file.getFileName().toString();
    long shift = Long.MIN_VALUE;
    long time = after;
    try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      for (var head = line(in); !head.isEmpty(); head = line(in)) {
        var part = head.split(" ");
        var page = new String(in.readNBytes(Integer.parseInt(part[4])), StandardCharsets.UTF_8);
        long recorded = Long.parseLong(part[1]);
        shift = shift == Long.MIN_VALUE && after > 0 ? after + 15_000 - recorded : shift;
        time = after > 0 ? recorded + shift : recorded;
        appender.begin(time);
        page.lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> put(appender, target, line));
        appender.commit();
        in.read();
      }
    }
    return time;
  }

  private void put(Appender appender, String target, String line) {
    int space = line.lastIndexOf(' ');
    int column =
        columns.computeIfAbsent(
            line.substring(0, space), series -> appender.column(labels(series, target)));
    appender.put(column, value(line.substring(space + 1)));
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static Labels labels(String series, String target) {
    var map = new HashMap<String, String>();
    int brace = series.indexOf('{');
    map.put("__name__", brace < 0 ? series : series.substring(0, brace));
    map.put("instance", target);
    var label = LABEL.matcher(brace < 0 ? "" : series.substring(brace));
    while (label.find()) {
      map.put(label.group(1), label.group(2));
    }
    return Labels.of(map);
  }

  private static String line(InputStream in) throws IOException {
    var text = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      text.append((char) c);
    }
    return text.toString();
  }
}
