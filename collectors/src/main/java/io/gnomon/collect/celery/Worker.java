package io.gnomon.collect.celery;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;

/// A worker, by its heartbeats. A heartbeat tells how many tasks the worker has started since it
/// runs; we know how many starts we were told of in the same time by the same clock. The difference
/// is what we missed. It is taken one heartbeat late, as a worker gathers its tasks' events.
final class Worker {
  private static final Metric UP = Series.gauge("celery_worker_up", "Whether a worker is heard.");
  private static final Metric ACTIVE =
      Series.gauge("celery_worker_tasks_active", "Tasks a worker runs now.");
  private static final Metric PROCESSED =
      Series.counter("celery_worker_processed_total", "Tasks started since the worker's start.");
  private static final Metric MISSED =
      Series.counter("celery_events_missed_total", "Tasks whose start we were not told of.");

  private final Row row;
  private int pid = -1;
  private boolean offline;
  private long heardNanos;
  private long active;
  private long processed;
  private double firstTime;
  private long firstProcessed;
  private long startsSeen;
  private long expectedStarts;
  private long missedBefore; // by earlier processes of this worker
  private long missed;

  Worker(String node) {
    String[] labels = {"hostname", Event.host(node), "worker", node};
    this.row =
        Row.of(
            Series.of(UP, labels),
            Series.of(ACTIVE, labels),
            Series.of(PROCESSED, labels),
            Series.of(MISSED, labels));
  }

  void hear(Event event, long nanos) {
    heardNanos = nanos;
    offline = event.type().equals("worker-offline");
    if (event.pid() != pid) {
      begin(event);
    }
    missed = Math.max(missed, expectedStarts - startsSeen);
    active = event.active();
    processed = event.processed();
    expectedStarts = processed - firstProcessed;
  }

  /// A new process under the worker's name counts from the start again.
  private void begin(Event event) {
    pid = event.pid();
    firstTime = event.timestamp();
    firstProcessed = event.processed();
    startsSeen = 0;
    expectedStarts = 0;
    missedBefore += missed;
    missed = 0;
  }

  void seeStart(Event event) {
    if (event.timestamp() > firstTime) {
      startsSeen++;
    }
  }

  /// True when it works and no event of a task has come: they are switched off there.
  boolean isMute() {
    return startsSeen == 0 && missed > 0;
  }

  long silentNanos(long nanos) {
    return nanos - heardNanos;
  }

  void put(SampleSink sink, boolean recent) {
    row.into(sink);
    row.put(0, recent && !offline ? 1 : 0);
    row.put(1, recent && !offline ? active : 0);
    row.put(2, processed);
    row.put(3, missedBefore + missed);
  }
}
