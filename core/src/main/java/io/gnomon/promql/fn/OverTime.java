package io.gnomon.promql.fn;

import io.gnomon.model.Absent;

/// The range functions that need nothing but the samples of their window.
public final class OverTime {
  private OverTime() {}

  public static double count(Span span) {
    return span.count();
  }

  public static double present(Span span) {
    return 1;
  }

  public static double first(Span span) {
    return span.first();
  }

  public static double last(Span span) {
    return span.last();
  }

  public static double min(Span span) {
    return span.values[least(span, false)];
  }

  public static double max(Span span) {
    return span.values[greatest(span, false)];
  }

  /// The time of the latest sample that is the least.
  public static double timeOfMin(Span span) {
    return span.times[least(span, true)] / 1000.0;
  }

  public static double timeOfMax(Span span) {
    return span.times[greatest(span, true)] / 1000.0;
  }

  public static double timeOfFirst(Span span) {
    return span.times[span.from] / 1000.0;
  }

  public static double timeOfLast(Span span) {
    return span.times[span.to - 1] / 1000.0;
  }

  /// NaN gives way to any number.
  private static int least(Span span, boolean latest) {
    int best = span.from;
    for (int i = span.from + 1; i < span.to; i++) {
      double value = span.values[i];
      double least = span.values[best];
      if (value < least || latest && value == least || Double.isNaN(least)) {
        best = i;
      }
    }
    return best;
  }

  private static int greatest(Span span, boolean latest) {
    int best = span.from;
    for (int i = span.from + 1; i < span.to; i++) {
      double value = span.values[i];
      double greatest = span.values[best];
      if (value > greatest || latest && value == greatest || Double.isNaN(greatest)) {
        best = i;
      }
    }
    return best;
  }

  public static double sum(Span span) {
    double sum = 0;
    double lost = 0;
    for (int i = span.from; i < span.to; i++) {
      double next = sum + span.values[i];
      lost = Kahan.lost(sum, span.values[i], next, lost);
      sum = next;
    }
    return Double.isInfinite(sum) ? sum : sum + lost;
  }

  /// A compensated sum over the count, or a running mean when the sum would overflow.
  public static double average(Span span) {
    double sum = span.first();
    double lost = 0;
    for (int i = span.from + 1; i < span.to; i++) {
      double next = sum + span.values[i];
      if (Double.isInfinite(next)) {
        int count = i - span.from;
        return runningMean(span, i, sum / count, lost / count);
      }
      lost = Kahan.lost(sum, span.values[i], next, lost);
      sum = next;
    }
    return sum / span.count() + lost / span.count();
  }

  private static double runningMean(Span span, int from, double start, double startLost) {
    double mean = start;
    double lost = startLost;
    for (int i = from; i < span.to; i++) {
      double count = i - span.from + 1;
      double weight = (count - 1) / count;
      double part = span.values[i] / count;
      double next = weight * mean + part;
      lost = Kahan.lost(weight * mean, part, next, weight * lost);
      mean = next;
    }
    return mean + lost;
  }

  /// Welford's method with compensated sums.
  public static double variance(Span span) {
    double mean = 0;
    double meanLost = 0;
    double sum = 0;
    double sumLost = 0;
    for (int i = span.from; i < span.to; i++) {
      double value = span.values[i];
      double delta = value - (mean + meanLost);
      double part = delta / (i - span.from + 1);
      double nextMean = mean + part;
      meanLost = Kahan.lost(mean, part, nextMean, meanLost);
      mean = nextMean;
      double square = delta * (value - (mean + meanLost));
      double nextSum = sum + square;
      sumLost = Kahan.lost(sum, square, nextSum, sumLost);
      sum = nextSum;
    }
    return (sum + sumLost) / span.count();
  }

  public static double deviation(Span span) {
    return Math.sqrt(variance(span));
  }

  public static double changes(Span span) {
    int changes = 0;
    for (int i = span.from + 1; i < span.to; i++) {
      double value = span.values[i];
      double before = span.values[i - 1];
      if (value != before && !(Double.isNaN(value) && Double.isNaN(before))) {
        changes++;
      }
    }
    return changes;
  }

  public static double resets(Span span) {
    int resets = 0;
    for (int i = span.from + 1; i < span.to; i++) {
      resets += span.values[i] < span.values[i - 1] ? 1 : 0;
    }
    return resets;
  }

  /// The per-second change of a counter between the last two samples.
  public static double instantRate(Span span) {
    return lastChange(span, true);
  }

  public static double instantDelta(Span span) {
    return lastChange(span, false);
  }

  private static double lastChange(Span span, boolean rate) {
    if (span.count() < 2) {
      return Absent.STALE;
    }
    double before = span.values[span.to - 2];
    long millis = span.times[span.to - 1] - span.times[span.to - 2];
    double change = rate && span.last() < before ? span.last() : span.last() - before;
    return rate ? change / (millis / 1000.0) : change;
  }
}
