package io.gnomon.collect.celery;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import io.gnomon.model.SampleSink;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Seconds in celery-exporter's buckets.
final class Histogram {
  private static final double[] BOUNDS = {
    .005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10, Double.POSITIVE_INFINITY
  };

  private final Row row;
  private final long[] counts = new long[BOUNDS.length];
  private double sum;

  Histogram(String name, String help, Labels labels) {
    var metric = new Metric(name, Type.HISTOGRAM, help, "");
    this.row =
        Row.of(
            Stream.concat(
                    IntStream.range(0, BOUNDS.length)
                        .mapToObj(i -> labels.with("le", le(i)))
                        .map(bucket -> series(metric, "_bucket", bucket)),
                    Stream.of(series(metric, "_sum", labels), series(metric, "_count", labels)))
                .toArray(Series[]::new));
  }

  /// As Python writes numbers, which is how the exporter's bounds look.
  private static String le(int i) {
    return Double.isInfinite(BOUNDS[i]) ? "+Inf" : Double.toString(BOUNDS[i]);
  }

  private static Series series(Metric metric, String end, Labels labels) {
    return new Series(metric, labels.with(Labels.NAME, metric.name() + end), 1);
  }

  void add(double seconds) {
    int bucket = Arrays.binarySearch(BOUNDS, seconds);
    counts[bucket < 0 ? -bucket - 1 : bucket]++;
    sum += seconds;
  }

  void put(SampleSink sink, long before) {
    row.into(sink);
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      below += counts[i];
      row.put(i, below);
    }
    row.put(counts.length, sum);
    row.put(counts.length + 1, below);
    row.putBeginning(before);
  }
}
