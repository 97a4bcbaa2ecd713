package io.gnomon.collect.celery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What became of tasks, by kind of event and name: `succeeded toy.add` to 80. What did not happen
/// is left out.
final class Counts {
  private static final Pattern SERIES =
      Pattern.compile("celery_task_(\\w+)_total\\{.*\\bname=\"([^\"]*)\".*}");

  private Counts() {}

  /// Of a collection's row, over all hosts, queues and exceptions.
  static Map<String, Double> of(Map<String, Double> row, String... kinds) {
    var counts = new TreeMap<String, Double>();
    row.forEach((series, value) -> {
      var match = SERIES.matcher(series);
      if (match.matches() && java.util.List.of(kinds).contains(match.group(1)) && value > 0) {
        counts.merge(match.group(1) + " " + match.group(2), value, Double::sum);
      }
    });
    return counts;
  }

  /// Of the JSON that tells what a known load must give.
  static Map<String, Double> expected(String json, String... kinds) throws Exception {
    JsonNode expected = new ObjectMapper().readTree(json);
    var counts = new TreeMap<String, Double>();
    for (var kind : kinds) {
      expected
          .path(kind)
          .properties()
          .forEach(entry -> {
            if (entry.getValue().asDouble() > 0) {
              counts.put(kind + " " + entry.getKey(), entry.getValue().asDouble());
            }
          });
    }
    return counts;
  }
}
