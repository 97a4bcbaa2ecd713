package io.gnomon.collect;

import java.time.Duration;

/// How often a target is read, and how long that may take.
public record Timing(Duration interval, Duration timeout) {
  public Timing {
    if (interval.toMillis() <= 0) {
      throw new IllegalArgumentException("scrape_interval: expected more than 0");
    }
    if (timeout.toMillis() <= 0 || timeout.compareTo(interval) > 0) {
      throw new IllegalArgumentException(
          "scrape_timeout: expected more than 0 and no more than the interval of "
              + interval.toMillis() / 1000.0
              + " s");
    }
  }

  /// The first slot after a time, in milliseconds since the epoch. Each target has its own place
  /// within the interval, by its hash, so that targets do not all come at once.
  long slotAfter(long time, int hash) {
    long step = interval.toMillis();
    long offset = Math.floorMod(spread(hash), step);
    return Math.floorDiv(time - offset, step) * step + step + offset;
  }

  /// MurmurHash3's finalizer: near hashes come far apart.
  private static long spread(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
