package io.gnomon.promql;

/// The engine's settings, in milliseconds where they are times: Prometheus's flags by their names.
public record Options(
    long lookback,
    long defaultSubqueryStep,
    boolean experimentalFunctions,
    boolean durationExpressions,
    boolean extendedRangeSelectors,
    boolean fillModifiers,
    boolean delayedNameRemoval) {
  public static final Options DEFAULT =
      new Options(300_000, 60_000, false, false, false, false, false);
}
