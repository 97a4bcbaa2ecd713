package io.gnomon.collect;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The thread that runs one target's collector, so that one that hangs holds up nobody: not even
/// its own target's `up`. A platform thread, for what hangs may hang in the kernel (a stale mount)
/// and would take a carrier of virtual threads with it.
final class Worker implements AutoCloseable {
  /// What is left to an interrupted collection to end and say why.
  private static final Duration GRACE = Duration.ofMillis(100);

  private final Source source;
  private final Thread thread;
  private final Semaphore work = new Semaphore(0);
  private final Semaphore done = new Semaphore(1);
  private @Nullable Batch batch;
  private @Nullable Throwable failure;
  private volatile List<String> warnings = List.of();
  private volatile boolean closed;

  Worker(String name, Source source) {
    this.source = source;
    this.thread = Thread.ofPlatform().daemon().name("collect " + name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Runs one collection into the batch. Null when it went well, else what went wrong; the batch is
  /// abandoned when the collection may still be running.
  @Nullable String collect(Batch into, Duration timeout) throws InterruptedException {
    if (!done.tryAcquire()) {
      into.abandon();
      return "the collection before this one still hangs";
    }
    batch = into;
    failure = null;
    work.release();
    if (done.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      done.release();
      return failure == null ? null : Failure.words(failure);
    }
    return interrupt(into, timeout);
  }

  private String interrupt(Batch into, Duration timeout) throws InterruptedException {
    into.abandon();
    thread.interrupt();
    var late = "no answer within " + timeout.toMillis() / 1000.0 + " s";
    if (done.tryAcquire(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
      var said = failure;
      done.release();
      return said == null || said instanceof InterruptedException
          ? late
          : late + ": " + Failure.words(said);
    }
    return late;
  }

  private void run() {
    Collector collector = null;
    while (true) {
      work.acquireUninterruptibly();
      if (closed) {
        break;
      }
      Thread.interrupted();
      collector = collect(collector);
      done.release();
    }
    if (collector != null) {
      collector.close();
    }
  }

  private @Nullable Collector collect(@Nullable Collector made) {
    var collector = made;
    try {
      collector = collector == null ? source.create() : collector;
      collect(collector, batch);
    } catch (Exception | LinkageError | StackOverflowError e) {
      failure = e;
    }
    return collector;
  }

  private void collect(Collector collector, @Nullable Batch into) throws Exception {
    if (into == null) {
      return;
    }
    try {
      collector.collect(into);
    } catch (DownException e) {
      into.keep();
      throw e;
    } finally {
      warnings = collector.warnings();
    }
  }

  /// What the last collection could not see.
  List<String> warnings() {
    return warnings;
  }

  /// The collector is closed by its own thread, when a collection that still runs has ended.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    work.release();
  }
}
