package io.gnomon.web.page;

import java.util.ArrayList;
import java.util.List;

/// A value axis: its ends lie on ticks at round numbers, and 0 is on it unless all values are far
/// from it.
record Scale(double low, double high, double tick) {
  private static final int TICKS = 4;

  /// @param base 1024 where values are bytes, so that ticks fall on whole KiB
  static Scale of(double min, double max, int base) {
    double low = Math.min(0, min);
    double high = max <= low ? low + 1 : max;
    double tick = round((high - low) / TICKS, base);
    return new Scale(Math.floor(low / tick) * tick, Math.ceil(high / tick) * tick, tick);
  }

  /// The next of 1, 2, 5, 10, ... (or 1, 2, 4, 8, ... of a prefix of bytes).
  private static double round(double size, int base) {
    if (base == 1024 && size > 1) {
      return Math.pow(2, Math.ceil(Math.log(size) / Math.log(2)));
    }
    double power = Math.pow(10, Math.floor(Math.log10(size)));
    double lead = size / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /// 0 at the low end, 1 at the high.
  double place(double value) {
    return (value - low) / (high - low);
  }

  List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    for (double at = low; at <= high + tick / 2; at += tick) {
      ticks.add(at);
    }
    return ticks;
  }
}
