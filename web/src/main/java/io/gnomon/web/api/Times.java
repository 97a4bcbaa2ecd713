package io.gnomon.web.api;

/// Times as Prometheus's JSON writes them.
final class Times {
  private Times() {}

  /// A sample's time in seconds: three decimals unless it is a whole second.
  static String seconds(long millis) {
    if (millis % 1000 == 0) {
      return Long.toString(millis / 1000);
    }
    long size = Math.abs(millis);
    var decimals = Long.toString(1000 + size % 1000).substring(1);
    return (millis < 0 ? "-" : "") + size / 1000 + "." + decimals;
  }
}
