package io.gnomon.store;

import java.util.Arrays;

/// Samples with times of their own that wait for their commit. Sorts them by time in place.
final class TimedSamples {
  private int[] columns = new int[0];
  private long[] times = new long[0];
  private double[] values = new double[0];
  private int count;

  int count() {
    return count;
  }

  int column(int i) {
    return columns[i];
  }

  long time(int i) {
    return times[i];
  }

  double value(int i) {
    return values[i];
  }

  void clear() {
    count = 0;
  }

  void add(int column, long time, double value) {
    if (count == columns.length) {
      int length = Math.max(64, 2 * count);
      columns = Arrays.copyOf(columns, length);
      times = Arrays.copyOf(times, length);
      values = Arrays.copyOf(values, length);
    }
    columns[count] = column;
    times[count] = time;
    values[count++] = value;
  }

  /// By time, then column. Most pages bring them sorted, or with one time for all.
  void sort() {
    if (!isSorted()) {
      for (int i = count / 2 - 1; i >= 0; i--) {
        sink(i, count);
      }
      for (int end = count - 1; end > 0; end--) {
        swap(0, end);
        sink(0, end);
      }
    }
  }

  private boolean isSorted() {
    for (int i = 1; i < count; i++) {
      if (times[i] < times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /// Heapsort's step: lets an element sink below its larger children.
  private void sink(int root, int end) {
    int i = root;
    for (int child = 2 * i + 1; child < end; child = 2 * i + 1) {
      if (child + 1 < end && isBefore(child, child + 1)) {
        child++;
      }
      if (!isBefore(i, child)) {
        return;
      }
      swap(i, child);
      i = child;
    }
  }

  private boolean isBefore(int i, int j) {
    return times[i] < times[j] || times[i] == times[j] && columns[i] < columns[j];
  }

  private void swap(int i, int j) {
    int column = columns[i];
    columns[i] = columns[j];
    columns[j] = column;
    long time = times[i];
    times[i] = times[j];
    times[j] = time;
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
