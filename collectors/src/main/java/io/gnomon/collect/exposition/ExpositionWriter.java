package io.gnomon.collect.exposition;

import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;

/// Writes a page in one of the two text formats; the samples of a family stand together behind it.
public final class ExpositionWriter {
  private static final String TOTAL = "_total";

  private final Format format;
  private final StringBuilder out = new StringBuilder();

  public ExpositionWriter(Format format) {
    this.format = format;
  }

  public void family(Metric metric) {
    var name = quotedUnlessPlain(familyName(metric));
    if (!metric.help().isEmpty()) {
      line("# HELP ", name, escape(metric.help(), format == Format.OPEN_METRICS));
    }
    line("# TYPE ", name, type(metric));
    boolean unit = !metric.unit().isEmpty() && familyName(metric).endsWith("_" + metric.unit());
    if (format == Format.OPEN_METRICS && unit) {
      line("# UNIT ", name, metric.unit());
    }
  }

  private void line(String keyword, String name, String text) {
    out.append(keyword).append(name).append(' ').append(text).append('\n');
  }

  /// In OpenMetrics a counter's family goes without the `_total` of its samples.
  private String familyName(Metric metric) {
    var name = metric.name();
    boolean cut =
        format == Format.OPEN_METRICS && metric.type() == Type.COUNTER && name.endsWith(TOTAL);
    return cut ? name.substring(0, name.length() - TOTAL.length()) : name;
  }

  private String type(Metric metric) {
    return switch (format) {
      case OPEN_METRICS ->
          metric.type() == Type.COUNTER && !metric.name().endsWith(TOTAL)
              ? Type.UNKNOWN.text()
              : metric.type().text();
      case TEXT ->
          switch (metric.type()) {
            case COUNTER, GAUGE, HISTOGRAM, SUMMARY -> metric.type().text();
            case INFO, STATESET -> Type.GAUGE.text();
            case GAUGEHISTOGRAM, UNKNOWN -> "untyped";
          };
    };
  }

  public void sample(Labels labels, double value) {
    series(labels);
    out.append(' ').append(number(value)).append('\n');
  }

  /// @param time in milliseconds since the epoch
  public void sample(Labels labels, double value, long time) {
    series(labels);
    out.append(' ').append(number(value)).append(' ');
    out.append(format == Format.TEXT ? Long.toString(time) : number(time / 1000.0)).append('\n');
  }

  private void series(Labels labels) {
    boolean plain = LabelText.isMetricName(labels.metric());
    out.append(plain ? labels.metric() : "");
    if (plain && labels.size() == 1) {
      return;
    }
    out.append('{').append(plain ? "" : quote(labels.metric()) + (labels.size() > 1 ? "," : ""));
    var comma = "";
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.name(i).equals(Labels.NAME)) {
        boolean word = LabelText.isLabelName(labels.name(i));
        out.append(comma).append(word ? labels.name(i) : quote(labels.name(i)));
        out.append('=').append(quote(labels.value(i)));
        comma = ",";
      }
    }
    out.append('}');
  }

  /// The whole page.
  public String end() {
    return format == Format.OPEN_METRICS ? out + "# EOF\n" : out.toString();
  }

  private static String quotedUnlessPlain(String name) {
    return LabelText.isMetricName(name) ? name : quote(name);
  }

  private static String quote(String text) {
    return '"' + escape(text, true) + '"';
  }

  private static String escape(String text, boolean quotes) {
    var escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
    return quotes ? escaped.replace("\"", "\\\"") : escaped;
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
