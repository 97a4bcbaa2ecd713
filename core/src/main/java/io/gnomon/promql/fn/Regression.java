package io.gnomon.promql.fn;

import io.gnomon.model.Absent;

/// The straight line that fits the samples of a window best: simple linear regression with
/// compensated sums, times in seconds from an origin.
public final class Regression {
  private double slope;
  private double intercept;
  private double sumX;
  private double sumY;
  private double sumXY;
  private double sumXX;
  private double lostX;
  private double lostY;
  private double lostXY;
  private double lostXX;

  /// `deriv`: the line's slope.
  public double slope(Span span) {
    if (span.count() < 2) {
      return Absent.STALE;
    }
    fit(span, span.times[span.from]);
    return slope;
  }

  /// `predict_linear`: the line's height so many seconds after a time.
  public double predict(Span span, long time, double seconds) {
    if (span.count() < 2) {
      return Absent.STALE;
    }
    fit(span, time);
    return slope * seconds + intercept;
  }

  private void fit(Span span, long origin) {
    if (isLevel(span)) {
      boolean endless = Double.isInfinite(span.first());
      slope = endless ? Double.NaN : 0;
      intercept = endless ? Double.NaN : span.first();
      return;
    }
    sum(span, origin);
    double n = span.count();
    double x = sumX + lostX;
    double y = sumY + lostY;
    slope = (sumXY + lostXY - x * y / n) / (sumXX + lostXX - x * x / n);
    intercept = y / n - slope * x / n;
  }

  private static boolean isLevel(Span span) {
    for (int i = span.from + 1; i < span.to; i++) {
      if (span.values[i] != span.first()) {
        return false;
      }
    }
    return true;
  }

  private void sum(Span span, long origin) {
    sumX = sumY = sumXY = sumXX = 0;
    lostX = lostY = lostXY = lostXX = 0;
    for (int i = span.from; i < span.to; i++) {
      double x = (span.times[i] - origin) / 1e3;
      double y = span.values[i];
      lostX = Kahan.lost(sumX, x, sumX + x, lostX);
      sumX += x;
      lostY = Kahan.lost(sumY, y, sumY + y, lostY);
      sumY += y;
      lostXY = Kahan.lost(sumXY, x * y, sumXY + x * y, lostXY);
      sumXY += x * y;
      lostXX = Kahan.lost(sumXX, x * x, sumXX + x * x, lostXX);
      sumXX += x * x;
    }
  }
}
