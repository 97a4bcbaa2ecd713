package io.gnomon.collect;

import io.gnomon.collect.TargetState.Health;
import io.gnomon.store.Appender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives one target its turns: waits for the slot, has the worker collect, writes the row.
final class TargetLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TargetLoop.class);
  private static final Duration FIRST_WITHIN = Duration.ofSeconds(1);

  private final Target target;
  private final InstantSource clock;
  private final RunnerMetrics metrics;
  private final Appender appender;
  private final Report report;
  private final Worker worker;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean gone;
  private volatile TargetState state;
  private Batch batch;

  TargetLoop(Target target, Appender appender, InstantSource clock, RunnerMetrics metrics) {
    this.target = target;
    this.clock = clock;
    this.metrics = metrics;
    this.appender = appender;
    this.report = new Report(appender, target.labels());
    this.batch = new Batch(target);
    this.worker = new Worker(target.name(), target.source());
    this.state = new TargetState(target, Health.UNKNOWN, 0, Duration.ZERO, 0, "", List.of());
    this.thread = Thread.ofVirtual().name("target " + target.name()).unstarted(this);
  }

  void start() {
    worker.start();
    thread.start();
  }

  Target target() {
    return target;
  }

  TargetState state() {
    return state;
  }

  /// Asks for the end; with `gone` the target's series end too.
  void stop(boolean gone) {
    this.gone = gone;
    stop.countDown();
  }

  void join() throws InterruptedException {
    thread.join();
  }

  @Override
  public void run() {
    try {
      turns();
      if (gone) {
        appender.end(clock.millis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      worker.close();
      appender.close();
    }
  }

  /// The first turn comes at once, so that a page has something to show; the others in their slots.
  private void turns() throws InterruptedException {
    int hash = target.labels().hashCode();
    long slot = clock.millis() + Math.floorMod(hash, FIRST_WITHIN.toMillis());
    while (waitFor(slot)) {
      carefully(slot);
      long next = target.timing().slotAfter(slot, hash);
      long due = target.timing().slotAfter(Math.max(slot, clock.millis()), hash);
      metrics.missed().increment((double) (due - next) / target.timing().interval().toMillis());
      slot = due;
    }
  }

  /// False when the end was asked for.
  private boolean waitFor(long slot) throws InterruptedException {
    return !stop.await(slot - clock.millis(), TimeUnit.MILLISECONDS);
  }

  /// A store that fails must not end the turns of its targets.
  private void carefully(long slot) throws InterruptedException {
    try {
      turn(slot);
    } catch (RuntimeException e) {
      LOG.error("{}: the store refuses its rows", target.name(), e);
      note(slot, 0, "the store refuses its rows: " + Failure.words(e));
    }
  }

  private void turn(long slot) throws InterruptedException {
    long started = System.nanoTime();
    long time = time(slot);
    appender.begin(time);
    batch.begin(appender);
    var error = worker.collect(batch, target.timing().timeout());
    long collected = System.nanoTime();
    var refusal = write(error == null, collected - started);
    metrics.append().record(System.nanoTime() - collected, TimeUnit.NANOSECONDS);
    metrics.scrape().record(collected - started, TimeUnit.NANOSECONDS);
    note(time, collected - started, error == null ? refusal : error);
  }

  /// Slots are evenly apart, which the store keeps in next to nothing; a turn that is truly late
  /// has its own time.
  private long time(long slot) {
    long now = clock.millis();
    long interval = target.timing().interval().toMillis();
    if (now - slot > interval / 10) {
      metrics.late().increment();
    }
    return Math.abs(now - slot) <= interval / 100 ? slot : now;
  }

  /// Null when the store took the row, else why it did not.
  private @Nullable String write(boolean up, long nanos) {
    if (up || batch.counts()) {
      batch.deliver(appender);
    }
    if (!up) {
      metrics.failed().increment();
    }
    report.put(up, nanos / 1e9, batch);
    var outcome = appender.commit();
    if (outcome != Appender.Outcome.STORED) {
      metrics.refused().increment();
    }
    return switch (outcome) {
      case STORED -> null;
      case OUT_OF_ORDER -> "the row is not kept: the clock stands before the newest row";
      case DISK_FULL -> "the row is not kept: no room on the disk";
    };
  }

  private void note(long time, long nanos, @Nullable String error) {
    var said = error == null ? "" : error;
    if (!said.equals(state.error())) {
      LOG.info("{}: {}", target.name(), said.isEmpty() ? "answers" : said);
    }
    var health = error == null ? Health.UP : Health.DOWN;
    state =
        new TargetState(
            target,
            health,
            time,
            Duration.ofNanos(nanos),
            batch.scraped(),
            said,
            worker.warnings());
    if (batch.isAbandoned()) {
      batch = new Batch(target);
    }
  }
}
