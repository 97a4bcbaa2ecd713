package io.gnomon.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Computes the checksums of the older segments after the store was opened, beside its work, and
/// takes damaged frames out of use.
final class Verifier implements AutoCloseable {
  private final Archive archive;
  private final Problems problems;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("store-verify").factory());

  Verifier(Archive archive, Problems problems) {
    this.archive = archive;
    this.problems = problems;
  }

  void start() {
    thread.execute(this::run);
    thread.shutdown();
  }

  private void run() {
    var ring = archive.ring();
    long newest = ring.newest();
    for (long epoch = ring.oldest(); epoch < newest; epoch++) {
      var segment = ring.at(epoch);
      if (segment != null && !Thread.currentThread().isInterrupted()) {
        verify(segment, epoch);
      }
    }
  }

  private void verify(Segment segment, long epoch) {
    var found = new Problems();
    new SegmentWalk(segment.twin(), epoch, found)
        .forEach(true, _ -> {}, at -> archive.lose(Place.of(epoch, at)));
    if (segment.epoch() == epoch) {
      found.latest().forEach(problems::add);
    }
  }

  /// Waits until all is verified.
  void await() throws InterruptedException {
    thread.awaitTermination(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    thread.close();
  }
}
