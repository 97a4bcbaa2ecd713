package io.gnomon.web.page;

import com.google.re2j.Pattern;
import io.gnomon.model.Labels;

/// The name of a series in a chart.
final class Legend {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*\\}\\}");

  private Legend() {}

  /// The legend with each `{{label}}` replaced; without a legend, the series itself.
  static String of(String legend, Labels labels) {
    if (legend.isEmpty()) {
      return labels.toString();
    }
    var match = PLACE.matcher(legend);
    var out = new StringBuilder();
    int from = 0;
    while (match.find()) {
      out.append(legend, from, match.start()).append(labels.get(match.group(1)));
      from = match.end();
    }
    return out.append(legend, from, legend.length()).toString();
  }
}
