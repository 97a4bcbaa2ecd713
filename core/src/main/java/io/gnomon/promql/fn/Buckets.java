package io.gnomon.promql.fn;

/// The buckets of one classic histogram at one time: upper bounds in ascending order, and how many
/// observations lie at or below each. Within a bucket observations are taken to be spread evenly;
/// the lowest one starts at 0, unless its bound is not above that.
public final class Buckets {
  /// Counts that differ by less, relative to their sum, differ by rounding only.
  private static final double ROUNDING = 1e-12;

  private final double[] bounds;
  private final double[] counts;
  private int size;
  private boolean repaired;

  public Buckets(int capacity) {
    this.bounds = new double[capacity];
    this.counts = new double[capacity];
  }

  public void clear() {
    size = 0;
    repaired = false;
  }

  /// Buckets come in order; those of one bound (`1` and `1.0`) are added up.
  public void add(double bound, double count) {
    if (size > 0 && bounds[size - 1] == bound) {
      counts[size - 1] += count;
    } else {
      bounds[size] = bound;
      counts[size++] = count;
    }
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /// Whether `quantile` found counts that decrease, and raised them.
  public boolean repaired() {
    return repaired;
  }

  /// The value below which a share of the observations lies.
  public double quantile(double share) {
    if (Double.isNaN(share)) {
      return Double.NaN;
    }
    if (share < 0 || share > 1) {
      return share < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (!isClosed()) {
      return Double.NaN;
    }
    makeMonotonic();
    return size < 2 || counts[size - 1] == 0 ? Double.NaN : valueAt(share * counts[size - 1]);
  }

  private boolean isClosed() {
    return bounds[size - 1] == Double.POSITIVE_INFINITY;
  }

  private double valueAt(double rank) {
    int bucket = firstWith(rank);
    if (bucket == size - 1) {
      return bounds[size - 2];
    }
    if (bucket == 0) {
      return bounds[0] <= 0 ? bounds[0] : bounds[0] * (rank / counts[0]);
    }
    double start = bounds[bucket - 1];
    double below = counts[bucket - 1];
    return start + (bounds[bucket] - start) * ((rank - below) / (counts[bucket] - below));
  }

  /// The first bucket that holds the rank, by binary search; the last one if none does.
  private int firstWith(double rank) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      if (counts[middle] >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// Counts never decrease, unless they were read at different times or sums of rates lost digits.
  private void makeMonotonic() {
    double before = counts[0];
    for (int i = 1; i < size; i++) {
      double count = counts[i];
      boolean rounded = isRounding(before, count);
      if (rounded || count < before) {
        repaired |= !rounded;
        counts[i] = before;
      } else {
        before = count;
      }
    }
  }

  private static boolean isRounding(double a, double b) {
    if (a == b || Double.isNaN(a) && Double.isNaN(b)) {
      return true;
    }
    double sum = Math.abs(a) + Math.abs(b);
    double difference = Math.abs(a - b);
    return a == 0 || b == 0 || sum < Double.MIN_NORMAL
        ? difference < ROUNDING * Double.MIN_NORMAL
        : difference / Math.min(sum, Double.MAX_VALUE) < ROUNDING;
  }

  /// The share of the observations between two values.
  public double fraction(double from, double to) {
    if (!isClosed() || counts[size - 1] == 0 || Double.isNaN(from) || Double.isNaN(to)) {
      return Double.NaN;
    }
    return from >= to ? 0 : (countBelow(to) - countBelow(from)) / counts[size - 1];
  }

  private double countBelow(double value) {
    double start = bounds[0] <= 0 ? Double.NEGATIVE_INFINITY : 0;
    double below = 0;
    for (int i = 0; i < size; i++) {
      if (start >= value) {
        return Math.min(below, counts[size - 1]);
      }
      if (bounds[i] > value) {
        return Math.min(within(start, bounds[i], below, counts[i], value), counts[size - 1]);
      }
      start = bounds[i];
      below = counts[i];
    }
    return counts[size - 1];
  }

  /// A bucket without a lower bound counts whole; one without an upper bound adds nothing.
  private static double within(double start, double end, double below, double count, double value) {
    return start == Double.NEGATIVE_INFINITY
        ? count
        : below + (count - below) * (value - start) / (end - start);
  }
}
