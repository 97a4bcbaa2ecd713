package io.gnomon.collect.node;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks mounts how full they are, in a thread of its own: a file server that is gone may never
/// answer, and nothing can call the question back. A thread that waits too long is left behind with
/// the mount it waits for, and ends when it is answered.
final class SpaceThread implements Runnable {
  private @Nullable List<Mount> work;
  private boolean left;

  static SpaceThread start() {
    var thread = new SpaceThread();
    Thread.ofPlatform().daemon().name("node-filesystem").start(thread);
    return thread;
  }

  /// Asks all of them; false when they have not all answered in time, and the thread is then left.
  synchronized boolean ask(List<Mount> mounts, long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    work = mounts;
    notifyAll();
    try {
      for (long rest = nanos; work != null && rest > 0; rest = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, rest);
      }
    } finally {
      left = work != null;
    }
    return !left;
  }

  synchronized void leave() {
    left = true;
    notifyAll();
  }

  @Override
  public void run() {
    for (var mounts = next(); mounts != null; mounts = next()) {
      for (int i = 0; i < mounts.size() && !isLeft(); i++) {
        mounts.get(i).ask();
      }
      finish();
    }
  }

  private synchronized @Nullable List<Mount> next() {
    while (work == null && !left) {
      try {
        wait();
      } catch (InterruptedException _) {
        left = true;
      }
    }
    return left ? null : work;
  }

  private synchronized boolean isLeft() {
    return left;
  }

  private synchronized void finish() {
    work = null;
    notifyAll();
  }
}
