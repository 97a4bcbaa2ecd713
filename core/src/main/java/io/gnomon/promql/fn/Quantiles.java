package io.gnomon.promql.fn;

import io.gnomon.store.Window;
import java.util.function.DoubleConsumer;
import java.util.function.IntToDoubleFunction;

/// Quantiles of plain values.
public final class Quantiles {
  /// `quantile_over_time`: the share may differ from point to point; one outside of 0 to 1 is told.
  public static final class OverTime implements RangeFunction {
    private final IntToDoubleFunction share;
    private final DoubleConsumer outside;
    private double[] scratch = {};

    public OverTime(IntToDoubleFunction share, DoubleConsumer outside) {
      this.share = share;
      this.outside = outside;
    }

    @Override
    public void begin(Window samples) {
      scratch = scratch.length < samples.count ? new double[samples.values.length] : scratch;
    }

    @Override
    public double of(Span span) {
      double at = share.applyAsDouble(span.step);
      if (!(at >= 0 && at <= 1)) {
        outside.accept(at);
      }
      System.arraycopy(span.values, span.from, scratch, 0, span.count());
      return quantile(at, scratch, span.count());
    }
  }

  private Quantiles() {}

  /// `mad_over_time`: the median distance from the median.
  public static final class MedianDeviation implements RangeFunction {
    private double[] scratch = {};

    @Override
    public void begin(Window samples) {
      scratch = scratch.length < samples.count ? new double[samples.values.length] : scratch;
    }

    @Override
    public double of(Span span) {
      int count = span.count();
      System.arraycopy(span.values, span.from, scratch, 0, count);
      double median = quantile(0.5, scratch, count);
      for (int i = 0; i < count; i++) {
        scratch[i] = Math.abs(scratch[i] - median);
      }
      return quantile(0.5, scratch, count);
    }
  }

  /// The value at a share between 0 and 1 of the first `count` values, which are put into another
  /// order; linear between neighbours, NaN below all numbers.
  public static double quantile(double share, double[] values, int count) {
    if (count == 0 || Double.isNaN(share)) {
      return Double.NaN;
    }
    if (share < 0 || share > 1) {
      return share < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double rank = share * (count - 1);
    int lower = (int) Math.floor(rank);
    double below = select(values, count, lower);
    double above = lower + 1 < count ? least(values, lower + 1, count) : below;
    double weight = rank - lower;
    return below * (1 - weight) + above * weight;
  }

  /// Hoare's quickselect: the value of that rank, all lesser ones left of it.
  private static double select(double[] values, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = values[low + high >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (less(values[i], pivot)) {
          i++;
        }
        while (less(pivot, values[j])) {
          j--;
        }
        if (i <= j) {
          double value = values[i];
          values[i++] = values[j];
          values[j--] = value;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[rank];
  }

  private static double least(double[] values, int from, int to) {
    double least = values[from];
    for (int i = from + 1; i < to; i++) {
      least = less(values[i], least) ? values[i] : least;
    }
    return least;
  }

  private static boolean less(double a, double b) {
    return a < b || Double.isNaN(a) && !Double.isNaN(b);
  }
}
