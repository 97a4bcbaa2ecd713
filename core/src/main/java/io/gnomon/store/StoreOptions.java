package io.gnomon.store;

/// How much a store may keep: bytes of ring on the disk, milliseconds of history; the older wins.
/// With `forceEveryCommit` a row is on the disk before its commit returns, so that a power cut
/// takes at most the scrape in flight.
public record StoreOptions(long retentionBytes, long retentionMillis, boolean forceEveryCommit) {
  public StoreOptions {
    if (retentionBytes <= 0 || retentionMillis <= 0) {
      throw new IllegalArgumentException("retention must be above 0");
    }
  }
}
