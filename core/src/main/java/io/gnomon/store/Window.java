package io.gnomon.store;

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
}
