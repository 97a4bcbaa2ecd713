package io.gnomon.promql;

/// What one query may cost: run time in milliseconds, samples read, points a series, series.
public record Limits(long timeout, long samples, int points, int series) {
  public static final Limits DEFAULT = new Limits(10_000, 5_000_000, 11_000, 50_000);
  public static final Limits NONE =
      new Limits(Long.MAX_VALUE / 2_000_000, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
