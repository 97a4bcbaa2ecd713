package io.gnomon.notify;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A task on a thread of its own, that runs when it is rung for and when the time has come that it
/// gave last.
final class Repeated implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

  /// The clock may be set anew while the thread sleeps.
  private static final long LONGEST_SLEEP = 1000;

  @FunctionalInterface
  interface Task {
    /// Works, and gives the time when there will be work again.
    long run(long now) throws InterruptedException;
  }

  private final InstantSource clock;
  private final Task task;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;

  Repeated(String name, InstantSource clock, Task task) {
    this.clock = clock;
    this.task = task;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private void work() {
    while (!Thread.interrupted()) {
      try {
        long next = run();
        long sleep = Math.clamp(next - clock.millis(), 0, LONGEST_SLEEP);
        bell.tryAcquire(sleep, TimeUnit.MILLISECONDS);
        bell.drainPermits();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private long run() throws InterruptedException {
    try {
      return task.run(clock.millis());
    } catch (RuntimeException e) {
      LOG.error("{} failed and goes on", thread.getName(), e);
      return clock.millis() + LONGEST_SLEEP;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
