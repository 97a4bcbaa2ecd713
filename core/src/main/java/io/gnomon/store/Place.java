package io.gnomon.store;

/// Where a frame is: the epoch of its segment and its offset there, in one long.
final class Place {
  private Place() {}

  static long of(long epoch, long offset) {
    return epoch << 32 | offset >>> 3;
  }

  static long epoch(long place) {
    return place >>> 32;
  }

  static long offset(long place) {
    return (place & 0xffffffffL) << 3;
  }
}
