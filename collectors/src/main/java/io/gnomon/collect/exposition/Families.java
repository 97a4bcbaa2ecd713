package io.gnomon.collect.exposition;

import io.gnomon.collect.RefusedException;
import io.gnomon.model.LabelText;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import io.gnomon.model.SampleSink;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the `# HELP`, `# TYPE` and `# UNIT` lines of a target say of its metrics.
final class Families {
  private static final int MOST = 100_000;

  private final Map<String, Metric> metrics = new HashMap<>();

  /// Reads a comment line without its newline; tells the sink what is new.
  void read(String line, SampleSink sink) {
    var words = line.split("[ \t]+", 4);
    if (words.length < 3 || !words[0].equals("#")) {
      return;
    }
    var name = name(words[2]);
    var text = words.length == 4 ? words[3] : "";
    var known = metrics.getOrDefault(name, new Metric(name, Type.UNKNOWN, "", ""));
    var told =
        switch (words[1]) {
          case "HELP" ->
              new Metric(name, known.type(), SeriesText.unescape(text, true), known.unit());
          case "TYPE" -> new Metric(name, type(text.strip()), known.help(), known.unit());
          case "UNIT" -> new Metric(name, known.type(), known.help(), text.strip());
          default -> known;
        };
    if (!told.equals(known)) {
      remember(told, sink);
    }
  }

  private void remember(Metric metric, SampleSink sink) {
    if (metrics.size() >= MOST) {
      metrics.clear();
    }
    metrics.put(metric.name(), metric);
    sink.describe(metric);
  }

  private static String name(String word) {
    boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    var name = quoted ? SeriesText.unescape(word.substring(1, word.length() - 1), true) : word;
    if (!quoted && !LabelText.isMetricName(name)) {
      throw new RefusedException("expected a metric name, got " + LabelText.quote(name));
    }
    return name;
  }

  private static Type type(String word) {
    if (word.equals("untyped")) {
      return Type.UNKNOWN;
    }
    try {
      return Type.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RefusedException("expected a metric type, got " + LabelText.quote(word));
    }
  }
}
