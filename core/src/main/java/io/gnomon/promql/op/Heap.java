package io.gnomon.promql.op;

/// A heap of rows and their values with the worst on top, kept in arrays: the best k of many pass
/// through it. NaN is worse than any number.
final class Heap {
  private final boolean greatest;
  private int[] rows = {};
  private double[] values = {};
  private int size;

  Heap(boolean greatest) {
    this.greatest = greatest;
  }

  void clear(int capacity) {
    if (rows.length < capacity) {
      rows = new int[capacity];
      values = new double[capacity];
    }
    size = 0;
  }

  /// Takes a value while there is room, or in place of a worse one.
  void offer(int row, double value, int capacity) {
    if (size < capacity) {
      set(size++, row, value);
      up(size - 1);
    } else if (capacity > 0 && worse(values[0], value)) {
      set(0, row, value);
      down(0);
    }
  }

  int size() {
    return size;
  }

  /// Takes the worst away.
  int poll() {
    int row = rows[0];
    size--;
    set(0, rows[size], values[size]);
    down(0);
    return row;
  }

  double top() {
    return values[0];
  }

  boolean worse(double a, double b) {
    if (Double.isNaN(a)) {
      return !Double.isNaN(b);
    }
    return greatest ? a < b : a > b;
  }

  private void set(int i, int row, double value) {
    rows[i] = row;
    values[i] = value;
  }

  private void up(int i) {
    int at = i;
    while (at > 0 && worse(values[at], values[(at - 1) / 2])) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void down(int i) {
    int at = i;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && worse(values[child + 1], values[child])) {
        child++;
      }
      if (!worse(values[child], values[at])) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private void swap(int a, int b) {
    int row = rows[a];
    double value = values[a];
    set(a, rows[b], values[b]);
    set(b, row, value);
  }
}
