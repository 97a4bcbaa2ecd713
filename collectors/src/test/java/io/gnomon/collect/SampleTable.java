package io.gnomon.collect;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A sink that keeps what one collection put, for tests to look at.
public final class SampleTable implements SampleSink {
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private final List<Labels> columns = new ArrayList<>();
  private final Map<Labels, Integer> numbers = new HashMap<>();
  private final Map<String, Metric> metrics = new TreeMap<>();
  private final Map<Labels, Map<Long, Double>> timed = new HashMap<>();
  private double[] values = new double[20_000];
  private int layout;

  /// Begins the next row.
  public SampleTable begin() {
    Arrays.fill(values, NONE);
    timed.clear();
    return this;
  }

  /// Begins a row in which every column has to be asked for again.
  public void beginLayout() {
    columns.clear();
    numbers.clear();
    layout++;
    begin();
  }

  @Override
  public int column(Labels series) {
    return numbers.computeIfAbsent(series, this::add);
  }

  private int add(Labels series) {
    columns.add(series);
    if (columns.size() > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
      Arrays.fill(values, columns.size() - 1, values.length, NONE);
    }
    values[columns.size() - 1] = NONE;
    return columns.size() - 1;
  }

  @Override
  public int layout() {
    return layout;
  }

  @Override
  public void put(int column, double value) {
    values[column] = value;
  }

  @Override
  public void put(int column, long time, double value) {
    timed.computeIfAbsent(columns.get(column), _ -> new TreeMap<>()).put(time, value);
  }

  @Override
  public void describe(Metric metric) {
    metrics.put(metric.name(), metric);
  }

  /// The samples of the row, `name{labels}` to value.
  public Map<String, Double> row() {
    var row = new TreeMap<String, Double>();
    for (int i = 0; i < columns.size(); i++) {
      if (values[i] != NONE) {
        row.put(columns.get(i).toString(), values[i]);
      }
    }
    return row;
  }

  /// The samples of the row with times of their own.
  public Map<Long, Double> timed(String series) {
    return timed.entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(series))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(Map.of());
  }

  public Map<String, Metric> metrics() {
    return metrics;
  }

  /// The samples of a Prometheus text page, in the same spelling as `row`.
  public static Map<String, Double> page(Stream<String> lines) {
    var page = new TreeMap<String, Double>();
    lines
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(line -> page.put(series(line), value(line)));
    return page;
  }

  private static String series(String line) {
    return line.substring(0, line.lastIndexOf(' ')).replace("\",", "\", ");
  }

  private static double value(String line) {
    return switch (line.substring(line.lastIndexOf(' ') + 1)) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case String number -> Double.parseDouble(number);
    };
  }
}
