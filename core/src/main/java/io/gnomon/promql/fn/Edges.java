package io.gnomon.promql.fn;

import io.gnomon.model.Absent;
import io.gnomon.store.Window;

/// The values of a series at the two ends of a window. Anchored: of the last samples by then.
/// Smoothed: on the line between the samples before and after an end; a counter that is reset there
/// grows from zero.
public final class Edges {
  private final boolean smoothed;
  private final boolean counter;

  /// The samples that count: those in the window, and one before its start where there is one.
  private int first;

  private int last;

  public Edges(boolean smoothed, boolean counter) {
    this.smoothed = smoothed;
    this.counter = counter;
  }

  /// The change over the window, resets of a counter made good; a hole without samples in it.
  public double change(Span span) {
    if (!find(span)) {
      return Absent.STALE;
    }
    double left = left(span);
    double right = right(span);
    return counter ? right - left + resets(span, left, right) : right - left;
  }

  /// The samples in the window with its ends before and behind them.
  public void samples(Span span, Window into) {
    into.clear();
    if (span.count() == 0 || !find(span)) {
      return;
    }
    into.add(span.after, left(span));
    for (int i = inner(span); i <= innerLast(span); i++) {
      into.add(span.times[i], span.values[i]);
    }
    into.add(span.upTo, right(span));
  }

  private boolean find(Span span) {
    first = firstIndex(span);
    last = span.to - 1;
    if (smoothed) {
      last = span.from;
      while (last < span.to - 1 && span.times[last] < span.upTo) {
        last++;
      }
    }
    return span.times[last] > span.after && !(smoothed && span.times[first] > span.upTo);
  }

  /// The last sample before a window, or its first when there is none.
  static int firstIndex(Span span) {
    int i = span.from;
    while (i < span.to - 1 && span.times[i] <= span.after) {
      i++;
    }
    return Math.max(span.from, i - 1);
  }

  private double left(Span span) {
    boolean between = smoothed && span.times[first] < span.after;
    return between ? line(span, first, first + 1, span.after) : span.values[first];
  }

  private double right(Span span) {
    boolean between = smoothed && last > span.from && span.times[last] > span.upTo;
    return between ? line(span, last - 1, last, span.upTo) : span.values[last];
  }

  private double line(Span span, int a, int b, long time) {
    double end = span.values[b];
    double start = counter && end < span.values[a] ? 0 : span.values[a];
    return start + (end - start) * (time - span.times[a]) / (span.times[b] - span.times[a]);
  }

  private int inner(Span span) {
    return span.times[first] <= span.after ? first + 1 : first;
  }

  private int innerLast(Span span) {
    return span.times[last] >= span.upTo ? last - 1 : last;
  }

  private double resets(Span span, double left, double right) {
    double lost = 0;
    double before = left;
    for (int i = inner(span); i <= innerLast(span); i++) {
      lost += span.values[i] < before ? before : 0;
      before = span.values[i];
    }
    return right < before ? lost + before : lost;
  }

  /// The part of an anchored window that counts changes: from the last sample before it.
  public static double anchored(Span span, RangeFunction function) {
    if (span.times[span.to - 1] <= span.after) {
      return Absent.STALE;
    }
    int from = span.from;
    span.from = firstIndex(span);
    double value = function.of(span);
    span.from = from;
    return value;
  }
}
