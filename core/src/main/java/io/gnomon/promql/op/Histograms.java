package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.fn.Buckets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is computed from the buckets of classic histograms: which rows are the buckets of which
/// histogram is settled when bound, in the order of their bounds.
public final class Histograms extends VectorOperator {
  /// The label of a bucket's upper bound.
  public static final String BOUND = "le";

  /// What is made of the buckets at one point.
  @FunctionalInterface
  public interface Summary {
    double of(Buckets buckets, int step);
  }

  /// What may be wrong with a row, by its metric's name and its bound.
  public interface Complaints {
    Note noBound(String metric, String bound);

    @Nullable Note repaired(String metric);
  }

  private record Bucket(int row, double bound) {}

  private record Histogram(Row row, List<Bucket> buckets, @Nullable Note repaired) {}

  private final String name;
  private final VectorOperator of;
  private final Summary summary;
  private final List<Histogram> histograms;
  private final @Nullable Note[] noBound;
  private final Block block;
  private final Buckets buckets;

  private Histograms(
      Frame frame,
      String name,
      VectorOperator of,
      Summary summary,
      List<Histogram> histograms,
      @Nullable Note[] noBound,
      Operator[] params) {
    super(frame, histograms.stream().map(Histogram::row).toList(), MapValues.inputs(of, params));
    this.name = name;
    this.of = of;
    this.summary = summary;
    this.histograms = histograms;
    this.noBound = noBound;
    this.block = new Block(frame, of.size());
    this.buckets = new Buckets(of.size());
  }

  public static Histograms of(
      Frame frame,
      String name,
      VectorOperator of,
      Complaints complaints,
      Summary summary,
      Operator... params) {
    var members = new LinkedHashMap<Labels, List<Bucket>>();
    var noBound = new Note[of.size()];
    for (int r = 0; r < of.size(); r++) {
      var labels = of.rows().get(r).labels();
      double bound = bound(labels.get(BOUND));
      if (Double.isNaN(bound)) {
        noBound[r] = complaints.noBound(labels.metric(), labels.get(BOUND));
      } else {
        members
            .computeIfAbsent(labels.without(BOUND), _ -> new ArrayList<>())
            .add(new Bucket(r, bound));
      }
    }
    var histograms =
        members.values().stream().map(list -> histogram(of, list, complaints)).toList();
    return new Histograms(frame, name, of, summary, histograms, noBound, params);
  }

  private static Histogram histogram(
      VectorOperator of, List<Bucket> buckets, Complaints complaints) {
    buckets.sort(Comparator.comparingDouble(Bucket::bound));
    var first = of.rows().get(buckets.stream().mapToInt(Bucket::row).min().orElseThrow());
    var row = new Row(first.labels().without(BOUND), first.nameless());
    return new Histogram(row, buckets, complaints.repaired(first.labels().metric()));
  }

  /// NaN for what is no bound.
  private static double bound(String text) {
    try {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "+inf", "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  @Override
  public void prepare() {
    super.prepare();
    block.pull(of);
    for (int r = 0; r < noBound.length; r++) {
      var note = noBound[r];
      if (note != null && block.hasAny(r)) {
        note.raise();
      }
    }
  }

  @Override
  public void row(int row, double[] out) {
    for (int k = 0; k < frame.size(); k++) {
      out[k] = at(histograms.get(row), k);
    }
  }

  private double at(Histogram histogram, int k) {
    buckets.clear();
    for (int i = 0; i < histogram.buckets().size(); i++) {
      var bucket = histogram.buckets().get(i);
      if (block.has(bucket.row(), k)) {
        buckets.add(bucket.bound(), block.at(bucket.row(), k));
      }
    }
    if (buckets.isEmpty()) {
      return Absent.STALE;
    }
    double value = summary.of(buckets, k);
    if (buckets.repaired() && histogram.repaired() != null) {
      histogram.repaired().raise();
    }
    return value;
  }

  @Override
  public String describe() {
    return describe(name);
  }
}
