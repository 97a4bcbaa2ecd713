package io.gnomon.web.page;

import com.google.re2j.Pattern;
import io.gnomon.model.Labels;
import java.util.Arrays;

/// The name of a series in a chart.
final class Legend {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*\\}\\}");

  private static final Pattern CHINESE = Pattern.compile("\\p{Han}");

  private Legend() {}

  /// A legend in both languages, `{{device}} 读 read`, in one of them.
  static String in(Language language, String legend) {
    if (!CHINESE.matcher(legend).find()) {
      return legend;
    }
    var words =
        Arrays.stream(legend.split(" "))
            .filter(word -> word.startsWith("{{") || isOf(language, word))
            .toList();
    return words.isEmpty() ? legend : String.join(" ", words);
  }

  private static boolean isOf(Language language, String word) {
    return CHINESE.matcher(word).find() == (language == Language.ZH);
  }

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
