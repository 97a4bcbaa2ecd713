package io.gnomon.collect.celery;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is counted under one task name, host and queue. Every kind of event is there from the
/// first one on, at 0, so that ratios have both their sides.
final class TaskCounts {
  /// What the counts are labelled with.
  record Key(String name, String host, String queue) {
    Labels labels() {
      return Labels.of("name", name, "hostname", host, "queue_name", queue);
    }
  }

  private static final int MOST_EXCEPTIONS = 20;
  private static final String OTHER = "other";
  private static final Metric FAILED =
      Series.counter(TaskEvent.FAILED.metric(), TaskEvent.FAILED.help());

  private static final class Failures {
    private final Row row;
    private long count;

    Failures(Labels labels) {
      this.row = Row.of(new Series(FAILED, labels, 1));
    }
  }

  private final Labels labels;
  private final Row row;
  private final long[] counts = new long[TaskEvent.values().length];
  private final Map<String, Failures> failures = new LinkedHashMap<>();
  private @Nullable Histogram runtime;
  private @Nullable Histogram wait;

  TaskCounts(Key key) {
    this.labels = key.labels();
    this.row =
        Row.of(
            Arrays.stream(TaskEvent.values())
                .map(event -> Series.counter(event.metric(), event.help()))
                .map(metric -> new Series(metric, labels, 1))
                .toArray(Series[]::new));
    this.failures.put("", new Failures(labels));
  }

  void count(TaskEvent event) {
    counts[event.ordinal()]++;
  }

  void countFailure(String exception) {
    boolean known = failures.containsKey(exception) || failures.size() < MOST_EXCEPTIONS;
    failures.computeIfAbsent(
            known ? exception : OTHER, name -> new Failures(labels.with("exception", name)))
        .count++;
  }

  void addRuntime(double seconds) {
    if (runtime == null) {
      runtime = new Histogram("celery_task_runtime", "Seconds a task ran.", labels);
    }
    runtime.add(seconds);
  }

  void addWait(double seconds) {
    if (wait == null) {
      wait =
          new Histogram(
              "celery_task_queue_wait_time", "Seconds a task waited to be started.", labels);
    }
    wait.add(seconds);
  }

  void put(SampleSink sink, long before) {
    row.into(sink);
    for (int i = 0; i < counts.length; i++) {
      if (i != TaskEvent.FAILED.ordinal()) {
        row.put(i, counts[i]);
      }
    }
    row.putBeginning(before);
    for (var failure : failures.values()) {
      failure.row.into(sink).put(0, failure.count);
      failure.row.putBeginning(before);
    }
    if (runtime != null) {
      runtime.put(sink, before);
    }
    if (wait != null) {
      wait.put(sink, before);
    }
  }
}
