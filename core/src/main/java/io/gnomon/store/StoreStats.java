package io.gnomon.store;

import java.util.List;

/// How the store is, at one moment: for the status page and for its own metrics. Counts are since
/// the start of the process, times in milliseconds since the epoch, 0 when there is none.
///
/// @param outOfOrder rows and samples refused because they were not newer than the newest
/// @param duplicates samples refused because their time had another value
/// @param refusedForDisk rows refused because the disk was full
/// @param ringBytes what the ring takes on the disk; it never exceeds `ringBudget`
/// @param hotBytes what the rows that are not in the ring yet take on the disk
/// @param problems what was found wrong with the files, in words, the latest last
public record StoreStats(
    boolean diskFull,
    long series,
    long rows,
    long samples,
    long outOfOrder,
    long duplicates,
    long refusedForDisk,
    long sealedSamples,
    long sealedBytes,
    long ringBytes,
    long ringBudget,
    long hotBytes,
    long oldestTime,
    long newestTime,
    List<String> problems) {
  /// One word for the status page.
  public String state() {
    return diskFull ? "disk full" : "ok";
  }
}
