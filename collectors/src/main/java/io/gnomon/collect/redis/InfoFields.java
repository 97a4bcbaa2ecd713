package io.gnomon.collect.redis;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Which series a field of INFO becomes. Plain fields stand in the table `info.txt`; those of
/// commands, errors and databases have a name and several numbers in one line:
/// `cmdstat_get:calls=2,usec=9,usec_per_call=4.50,rejected_calls=0,failed_calls=0`.
final class InfoFields {
  private static final double MICROSECOND = 1e-6;
  private static final double MILLISECOND = 1e-3;
  private static final String COMMAND = "cmdstat_";
  private static final String ERROR = "errorstat_";

  private static final Metric CALLS = Series.counter("redis_commands_total", "Calls by command.");
  private static final Metric CALL_SECONDS =
      Series.counter("redis_commands_duration_seconds_total", "Seconds spent by command.");
  private static final Metric REJECTED =
      Series.counter("redis_commands_rejected_calls_total", "Calls refused, by command.");
  private static final Metric FAILED =
      Series.counter("redis_commands_failed_calls_total", "Calls failed, by command.");
  private static final Metric ERRORS =
      Series.counter("redis_errors_total", "Error replies by their first word.");
  private static final Metric KEYS = Series.gauge("redis_db_keys", "Keys by database.");
  private static final Metric EXPIRING =
      Series.gauge("redis_db_keys_expiring", "Keys with a time to live, by database.");
  private static final Metric TTL =
      Series.gauge("redis_db_avg_ttl_seconds", "The mean time to live, by database.");

  private final Map<String, Series> plain;

  private InfoFields(Map<String, Series> plain) {
    this.plain = plain;
  }

  static InfoFields load() {
    var stream =
        Objects.requireNonNull(InfoFields.class.getResourceAsStream("info.txt"), "info.txt");
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new InfoFields(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", 5))
              .collect(Collectors.toMap(words -> words[0], InfoFields::series)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Series series(String[] words) {
    var type = Type.valueOf(words[2].toUpperCase(Locale.ROOT));
    var metric = new Metric("redis_" + words[1], type, words[4], "");
    return Series.of(metric).times(Double.parseDouble(words[3]));
  }

  /// The series of a line, in the order of its numbers; none for a field that is left out.
  List<Series> series(String field, ByteText text) {
    var found = plain.get(field);
    if (found != null) {
      return List.of(found);
    }
    if (field.startsWith(COMMAND)) {
      return command(field.substring(COMMAND.length()));
    }
    return field.startsWith(ERROR)
        ? List.of(Series.of(ERRORS, "err", field.substring(ERROR.length())))
        : List.of();
  }

  /// Before Redis 6.2 a line ends after the third number, the mean, which nobody wants.
  private static List<Series> command(String name) {
    return List.of(
        Series.of(CALLS, "cmd", name),
        Series.of(CALL_SECONDS, "cmd", name).times(MICROSECOND),
        Series.NONE,
        Series.of(REJECTED, "cmd", name),
        Series.of(FAILED, "cmd", name));
  }

  /// `db0:keys=5,expires=2,avg_ttl=100`.
  static List<Series> database(String name, ByteText text) {
    return List.of(
        Series.of(KEYS, "db", name),
        Series.of(EXPIRING, "db", name),
        Series.of(TTL, "db", name).times(MILLISECOND));
  }
}
