package io.gnomon.model;

/// What a metric says of itself: its family's name, type, help and unit (empty when unknown).
public record Metric(String name, Type type, String help, String unit) {
  public enum Type {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    GAUGEHISTOGRAM,
    SUMMARY,
    INFO,
    STATESET,
    UNKNOWN;

    /// As Prometheus's API writes it.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
