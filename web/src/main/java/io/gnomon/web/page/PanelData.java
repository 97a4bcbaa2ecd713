package io.gnomon.web.page;

import io.gnomon.model.Absent;
import java.util.List;

/// What a panel shows: the series of all its queries on one grid of times, or why there are none.
///
/// @param error empty when all went well
public record PanelData(Dashboard.Panel panel, TimeRange range, List<Series> series, String error) {
  /// One line of a chart; a hole (`Absent.is`) where there is no value.
  public record Series(String name, double[] values) {
    /// The newest value, NaN when there is none.
    public double last() {
      for (int k = values.length - 1; k >= 0; k--) {
        if (!Absent.is(values[k])) {
          return values[k];
        }
      }
      return Double.NaN;
    }

    double min() {
      double min = Double.NaN;
      for (double value : values) {
        if (Double.isFinite(value) && !(value >= min)) {
          min = value;
        }
      }
      return min;
    }

    public double max() {
      double max = Double.NaN;
      for (double value : values) {
        if (Double.isFinite(value) && !(value <= max)) {
          max = value;
        }
      }
      return max;
    }
  }

  public boolean isEmpty() {
    return series.isEmpty();
  }
}
