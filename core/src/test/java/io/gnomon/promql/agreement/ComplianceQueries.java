package io.gnomon.promql.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The queries of the PromQL compliance tester, its templates filled in.
final class ComplianceQueries {
  private static final Pattern QUERY = Pattern.compile("^ *-? *query: *(.*)$");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\.(\\w+)}}");

  private static final Map<String, String> VARIANTS =
      Map.ofEntries(
          Map.entry("range", "1s 15s 1m 5m 15m 1h"),
          Map.entry("offset", "1m 5m 10m"),
          Map.entry("simpleAggrOp", "sum avg max min count stddev stdvar"),
          Map.entry("simpleTimeAggrOp", "sum avg max min count stddev stdvar absent last present"),
          Map.entry("topBottomOp", "topk bottomk"),
          Map.entry("quantile", "-0.5 0.1 0.5 0.75 0.95 0.90 0.99 1 1.5"),
          Map.entry("arithBinOp", "+ - * / % ^"),
          Map.entry("compBinOp", "== != < > <= >="),
          Map.entry("binOp", "+ - * / % ^ == != < > <= >="),
          Map.entry("simpleMathFunc", "abs ceil floor exp sqrt ln log2 log10 round"),
          Map.entry("extrapolatedRateFunc", "delta rate increase"),
          Map.entry("clampFunc", "clamp_min clamp_max"),
          Map.entry("instantRateFunc", "idelta irate"),
          Map.entry("dateFunc", "day_of_month day_of_week days_in_month hour minute month year"));

  private ComplianceQueries() {}

  static List<String> read(Path file) throws IOException {
    var queries = new ArrayList<String>();
    for (var line : Files.readAllLines(file)) {
      var match = QUERY.matcher(line);
      if (match.matches()) {
        expand(unquote(match.group(1))).forEach(queries::add);
      }
    }
    return queries;
  }

  private static String unquote(String yaml) {
    boolean quoted = yaml.startsWith("'") || yaml.startsWith("\"");
    return quoted ? yaml.substring(1, yaml.length() - 1) : yaml;
  }

  private static Stream<String> expand(String template) {
    var match = VARIABLE.matcher(template);
    if (!match.find()) {
      return Stream.of(template);
    }
    return Stream.of(VARIANTS.get(match.group(1)).split(" "))
        .flatMap(value -> expand(template.replace(match.group(), value)));
  }
}
