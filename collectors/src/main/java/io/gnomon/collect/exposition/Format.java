package io.gnomon.collect.exposition;

/// The two text formats; they differ in timestamps (milliseconds, seconds), in exemplars and in the
/// `# EOF` that OpenMetrics ends with.
public enum Format {
  TEXT("text/plain; version=0.0.4; charset=utf-8"),
  OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  /// What a scraper asks for: OpenMetrics first, as Prometheus does.
  public static final String ACCEPT =
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }

  /// The format to answer a scraper in that sends this `Accept` header.
  public static Format accepted(String accept) {
    return accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
  }
}
