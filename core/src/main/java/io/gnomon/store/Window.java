package io.gnomon.store;

import io.gnomon.model.Absent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Samples of one series, in order of time: room that a reader owns and fills again and again.
public final class Window {
  public long[] times = new long[256];
  public double[] values = new double[256];
  public int count;
  private @Nullable SeriesReader reader;

  public void clear() {
    count = 0;
  }

  /// Makes room for so many samples, keeping those there are.
  public void reserve(int samples) {
    if (samples > times.length) {
      int length = Math.max(samples, 2 * times.length);
      times = Arrays.copyOf(times, length);
      values = Arrays.copyOf(values, length);
    }
  }

  public void add(long time, double value) {
    reserve(count + 1);
    times[count] = time;
    values[count++] = value;
  }

  /// The reader that fills this window, with its scratch.
  SeriesReader reader(Ring ring) {
    var known = reader;
    if (known == null || known.ring != ring) {
      known = new SeriesReader(ring);
      reader = known;
    }
    return known;
  }

  /// Leaves out the stale markers.
  public void dropStale() {
    if (!hasHoles(values, 0, count)) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!Absent.is(values[i])) {
        times[kept] = times[i];
        values[kept++] = values[i];
      }
    }
    count = kept;
  }

  /// True when a stale marker or a gap is among the values `[from, to)`. One plain pass, which the
  /// compiler takes several values at a time.
  static boolean hasHoles(double[] values, int from, int to) {
    long holes = 0;
    for (int i = from; i < to; i++) {
      long other = (Double.doubleToRawLongBits(values[i]) & -2L) ^ Absent.STALE_BITS;
      holes |= ~(other | -other) >>> 63;
    }
    return holes != 0;
  }
}
