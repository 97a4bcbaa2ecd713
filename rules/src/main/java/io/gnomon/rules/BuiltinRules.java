package io.gnomon.rules;

import io.gnomon.model.LabelText;
import io.gnomon.promql.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The ten rules that come with the program, with thresholds that may be set otherwise. Their texts
/// are Chinese; an annotation `..._en` is the same in English.
public final class BuiltinRules {
  /// The file that their groups say they come from.
  public static final String FILE = "builtin-rules.yml";

  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}");

  /// The thresholds as people speak of them: percent, seconds, gigabytes, counts.
  private static final Map<String, Double> DEFAULTS =
      Map.of(
          "HighErrorRate", 5.0,
          "HighResponseTime", 1.0,
          "HighCPUUsage", 80.0,
          "HighMemoryUsage", 2.0,
          "HighDatabaseConnections", 80.0,
          "SlowQueries", 1.0,
          "HighRedisMemory", 80.0,
          "HighTaskFailureRate", 10.0,
          "CeleryQueueBacklog", 1000.0);

  private BuiltinRules() {}

  /// The rules with some thresholds of one's own, by the name of the alert. Throws
  /// `IllegalArgumentException` for a name that has no threshold.
  public static List<RuleGroup> read(Map<String, Double> thresholds, Duration defaultInterval) {
    var all = new TreeMap<>(DEFAULTS);
    thresholds.forEach((name, value) -> set(all, name, value));
    var text = PLACE.matcher(resource()).replaceAll(place -> number(place, all));
    try {
      return RuleFile.read(FILE, text, defaultInterval);
    } catch (RuleFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Map<String, Double> all, String name, double value) {
    if (!all.containsKey(name)) {
      throw new IllegalArgumentException(
          "expected one of %s, got %s"
              .formatted(String.join(", ", all.keySet()), LabelText.quote(name)));
    }
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + ": expected a threshold above 0");
    }
    all.put(name, value);
  }

  private static String number(MatchResult place, Map<String, Double> thresholds) {
    double value = thresholds.getOrDefault(place.group(1), 0.0);
    return switch (place.group(2)) {
      case null -> Numbers.plain(value);
      case "ratio" -> Numbers.plain(value / 100);
      case "bytes" -> Numbers.plain(value * (1L << 30));
      case "bucket" -> java.util.regex.Matcher.quoteReplacement(bucket(value));
      default -> throw new IllegalStateException(place.group());
    };
  }

  /// A bound is written `1` by some clients and `1.0` by others.
  private static String bucket(double value) {
    var plain = Numbers.plain(value).replace(".", "\\\\.");
    return plain.contains(".") ? plain : plain + "|" + plain + "\\\\.0";
  }

  private static String resource() {
    try (var in = BuiltinRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
