package io.gnomon.collect;

import io.gnomon.model.Labels;
import io.gnomon.store.Appender;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The series of a target as its batch numbers them. A number becomes a column of the store only
/// when a collection went well that has a value for it: one that failed leaves no series behind.
final class BatchSeries {
  private static final int NO_COLUMN = -1;

  private int size;
  private int unsettled;
  private @Nullable Labels[] labels = new Labels[64]; // of those without a column
  private int[] column = new int[64];
  private int[] latest = new int[64]; // the latest round with a value

  int size() {
    return size;
  }

  /// True when there are numbers without a column.
  boolean hasUnsettled() {
    return unsettled > 0;
  }

  int add(Labels series) {
    if (size == column.length) {
      labels = Arrays.copyOf(labels, 2 * size);
      column = Arrays.copyOf(column, 2 * size);
      latest = Arrays.copyOf(latest, 2 * size);
    }
    labels[size] = series;
    column[size] = NO_COLUMN;
    latest[size] = 0;
    unsettled++;
    return size++;
  }

  int latest(int series) {
    return latest[series];
  }

  void setLatest(int series, int round) {
    latest[series] = round;
  }

  int column(int series, Appender appender) {
    var waiting = labels[series];
    if (waiting != null) {
      column[series] = appender.column(waiting);
      labels[series] = null;
      unsettled--;
    }
    return column[series];
  }

  void clear() {
    Arrays.fill(labels, 0, size, null);
    size = 0;
    unsettled = 0;
  }
}
