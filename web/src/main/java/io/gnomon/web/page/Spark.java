package io.gnomon.web.page;

import io.gnomon.model.Absent;
import java.util.Locale;

/// A line as small as a word: 120 by 28, from the first value to the newest, the least to the
/// greatest.
final class Spark {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 28;

  private Spark() {}

  static String path(PanelData.Series series) {
    double max = series.max();
    double min = series.min();
    double span = max > min ? max - min : 1;
    var values = series.values();
    var path = new StringBuilder();
    boolean drawing = false;
    int first = 0;
    while (first < values.length && Absent.is(values[first])) {
      first++;
    }
    for (int k = first; k < values.length; k++) {
      boolean there = !Absent.is(values[k]) && Double.isFinite(values[k]);
      if (there) {
        double x = WIDTH * (k - first) / Math.max(1, values.length - 1 - first);
        double y = HEIGHT - 2 - (HEIGHT - 4) * (values[k] - min) / span;
        path.append(String.format(Locale.ROOT, "%c%.1f %.1f", drawing ? 'L' : 'M', x, y));
      }
      drawing = there;
    }
    return path.toString();
  }
}
