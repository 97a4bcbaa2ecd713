package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.fn.Buckets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
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
  private final Map<Integer, Note> noBound;
  private final Block block;
  private final Buckets buckets;

  private Histograms(
      Frame frame,
      String name,
      VectorOperator of,
      Summary summary,
      List<Histogram> histograms,
      Map<Integer, Note> noBound,
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
    var noBound = new LinkedHashMap<Integer, Note>();
    for (int r = 0; r < of.size(); r++) {
      var labels = of.rows().get(r).labels();
      double bound = bound(labels.get(BOUND));
      if (Double.isNaN(bound)) {
        noBound.put(r, complaints.noBound(labels.metric(), labels.get(BOUND)));
      } else {
        members
            .computeIfAbsent(signature(labels), _ -> new ArrayList<>())
            .add(new Bucket(r, bound));
      }
    }
    var histograms =
        members.values().stream().map(list -> histogram(frame, of, list, complaints)).toList();
    return new Histograms(frame, name, of, summary, histograms, noBound, params);
  }

  private static Labels signature(Labels labels) {
    return labels.without(new TreeSet<>(List.of(Labels.NAME, BOUND)));
  }

  private static Histogram histogram(
      Frame frame, VectorOperator of, List<Bucket> buckets, Complaints complaints) {
    buckets.sort(Comparator.comparingDouble(Bucket::bound));
    var first = of.rows().get(buckets.stream().mapToInt(Bucket::row).min().orElseThrow());
    var row =
        new Row(first.labels().without(BOUND), first.nameless())
            .dropName(frame.options().delayedNameRemoval());
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
    noBound.forEach(this::complain);
  }

  private void complain(int row, Note note) {
    for (int k = 0; k < frame.size(); k++) {
      if (block.has(row, k)) {
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
