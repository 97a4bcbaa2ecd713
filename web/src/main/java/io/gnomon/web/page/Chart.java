package io.gnomon.web.page;

import io.gnomon.model.Absent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line chart as SVG coordinates: what one sees before a script draws a live one, and without
/// any.
public record Chart(
    List<Line> lines, List<Tick> across, List<Tick> up, @Nullable Double threshold) {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 220;
  public static final int LEFT = 64;
  static final int BOTTOM = 24;
  private static final int TOP = 8;
  private static final int RIGHT = 8;

  /// The path of one series, and its place in the palette.
  public record Line(String path, int color) {}

  public record Tick(double at, String text) {}

  static Chart of(PanelData data, ZoneId zone) {
    var scale = scale(data);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < data.series().size(); i++) {
      lines.add(new Line(path(data, data.series().get(i).values(), scale), i % 10));
    }
    var threshold = data.panel().threshold();
    return new Chart(
        lines,
        across(data, zone),
        scale.ticks().stream()
            .map(value -> new Tick(y(scale, value), Units.format(data.panel().unit(), value)))
            .toList(),
        threshold == null || threshold > scale.high() ? null : y(scale, threshold));
  }

  private static Scale scale(PanelData data) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (var series : data.series()) {
      for (double value : series.values()) {
        if (Double.isFinite(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    double whole = Units.whole(data.panel().unit());
    double top = max > whole / 2 && max <= whole ? whole : max;
    return Scale.of(min > max ? 0 : min, min > max ? 1 : top, Units.base(data.panel().unit()));
  }

  /// Lines between neighbours; a missing value breaks them, a lone one is a dot.
  static String path(PanelData data, double[] values, Scale scale) {
    var path = new StringBuilder();
    boolean drawing = false;
    for (int k = 0; k < values.length; k++) {
      boolean there = !Absent.is(values[k]) && Double.isFinite(values[k]);
      if (there) {
        path.append(drawing ? 'L' : 'M');
        point(path, x(k, values.length), y(scale, values[k]));
        boolean alone = !drawing && (k + 1 == values.length || !Double.isFinite(values[k + 1]));
        path.append(alone ? "h0.1" : "");
      }
      drawing = there;
    }
    return path.toString();
  }

  private static void point(StringBuilder path, double x, double y) {
    path.append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
  }

  private static double x(int k, int size) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (size < 2 ? 1 : k / (size - 1.0));
  }

  private static double y(Scale scale, double value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - scale.place(value));
  }

  private static List<Tick> across(PanelData data, ZoneId zone) {
    long from = data.range().from();
    long length = data.range().to() - from;
    var form =
        DateTimeFormatter.ofPattern(length > 86_400_000L * 2 ? "MM-dd" : "HH:mm").withZone(zone);
    var ticks = new ArrayList<Tick>();
    for (int i = 1; i < 5; i++) {
      double x = LEFT + (WIDTH - LEFT - RIGHT) * i / 5.0;
      ticks.add(new Tick(x, form.format(Instant.ofEpochMilli(from + length * i / 5))));
    }
    return ticks;
  }
}
