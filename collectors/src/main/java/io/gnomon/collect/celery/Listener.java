package io.gnomon.collect.celery;

import java.util.concurrent.ThreadLocalRandom;

/// A thread that listens, and when what it listens to breaks begins again, ever less eagerly.
final class Listener implements Runnable, AutoCloseable {
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5000;

  /// Hears until it breaks; says to `heard` that it hears now.
  @FunctionalInterface
  interface Hearing {
    void hear(Runnable heard) throws Exception;
  }

  private final Hearing hearing;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long pauseMillis = FIRST_PAUSE_MILLIS;

  Listener(Hearing hearing) {
    this.hearing = hearing;
    this.thread = Thread.ofPlatform().daemon().name("celery-events").unstarted(this);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        hearing.hear(() -> pauseMillis = FIRST_PAUSE_MILLIS);
      } catch (Exception _) {
        // the collection says what is wrong: it asks the same broker
      }
      pause();
    }
  }

  /// With a third of chance in it, so that many do not come back at once.
  private void pause() {
    try {
      Thread.sleep(pauseMillis * 2 / 3 + ThreadLocalRandom.current().nextLong(pauseMillis * 2 / 3));
    } catch (InterruptedException _) {
      closed = true;
    }
    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
