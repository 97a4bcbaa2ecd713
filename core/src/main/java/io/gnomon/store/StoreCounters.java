package io.gnomon.store;

import java.util.concurrent.atomic.LongAdder;

/// What the store counts of its own work; read without waiting.
final class StoreCounters {
  final LongAdder rows = new LongAdder();
  final LongAdder samples = new LongAdder();
  final LongAdder outOfOrder = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder refusedForDisk = new LongAdder();
  final LongAdder sealedSamples = new LongAdder();
  final LongAdder sealedBytes = new LongAdder();
  private volatile boolean diskFull;

  void appended(long count) {
    rows.increment();
    samples.add(count);
  }

  /// Refused a sample that is not after the newest, or that has the newest's time and another
  /// value.
  void refusedOld(boolean sameTime) {
    (sameTime ? duplicates : outOfOrder).increment();
  }

  void sealed(long samples, long bytes) {
    sealedSamples.add(samples);
    sealedBytes.add(bytes);
  }

  void diskHasRoom() {
    diskFull = false;
  }

  /// Notes that the disk is full; false, since what was tried failed.
  boolean diskFull() {
    diskFull = true;
    return false;
  }

  boolean isDiskFull() {
    return diskFull;
  }
}
