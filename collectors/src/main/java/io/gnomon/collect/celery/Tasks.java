package io.gnomon.collect.celery;

import io.gnomon.model.SampleSink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Counts what happens to tasks. Most events carry only a task's id, so what earlier ones said of
/// it is remembered, also past its end: `task-sent` may come last, and Celery 5.6 tells of a killed
/// task's failure twice.
final class Tasks {
  private static final int MOST_REMEMBERED = 50_000;
  private static final int MOST_KEYS = 1000;
  private static final int MOST_QUEUES = 1000;
  private static final String UNKNOWN = "unknown";
  private static final String OTHER = "other";

  /// What is known of one task.
  private static final class Known {
    private String name = UNKNOWN;
    private String queue = UNKNOWN;
    private double due = Double.NaN; // the later of sent and eta, seconds since the epoch
    private boolean failed; // in the attempt that runs or ran last
  }

  /// Forgets the task that was not heard of for longest.
  private static final class Memory extends LinkedHashMap<String, Known> {
    private static final long serialVersionUID = 1;

    Memory() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }

  private final Memory memory = new Memory();
  private final Map<TaskCounts.Key, TaskCounts> counts = new LinkedHashMap<>();
  private final Set<String> queues = new TreeSet<>();
  private long duplicates;

  void count(TaskEvent kind, Event event) {
    var known = memory.computeIfAbsent(event.uuid(), _ -> new Known());
    learn(known, kind, event);
    if (kind == TaskEvent.FAILED && known.failed) {
      duplicates++;
      return;
    }
    var task = counts(new TaskCounts.Key(known.name, Event.host(event.hostname()), known.queue));
    switch (kind) {
      case RECEIVED -> known.failed = false;
      case STARTED -> {
        known.failed = false;
        addWait(task, known, event);
      }
      case SUCCEEDED -> addRuntime(task, event);
      case FAILED -> {
        known.failed = true;
        task.countFailure(event.exception());
      }
      case SENT, RETRIED, REVOKED, REJECTED -> {}
    }
    task.count(kind);
  }

  private void learn(Known known, TaskEvent kind, Event event) {
    if (!event.name().isEmpty()) {
      known.name = event.name();
    }
    if (kind != TaskEvent.SENT) {
      return;
    }
    if (!event.queue().isEmpty()) {
      known.queue = event.queue();
      if (queues.size() < MOST_QUEUES) {
        queues.add(event.queue());
      }
    }
    known.due = Double.isNaN(event.eta()) ? event.timestamp() : event.eta();
  }

  /// Sent and started are told by two clocks that may differ, so a wait is never below 0.
  private static void addWait(TaskCounts task, Known known, Event event) {
    if (!Double.isNaN(known.due)) {
      task.addWait(Math.max(0, event.timestamp() - known.due));
      known.due = Double.NaN;
    }
  }

  private static void addRuntime(TaskCounts task, Event event) {
    if (!Double.isNaN(event.runtime())) {
      task.addRuntime(event.runtime());
    }
  }

  private TaskCounts counts(TaskCounts.Key key) {
    boolean room = counts.size() < MOST_KEYS || counts.containsKey(key);
    var under = room ? key : new TaskCounts.Key(OTHER, OTHER, OTHER);
    return counts.computeIfAbsent(under, TaskCounts::new);
  }

  /// The queues that tasks were sent to.
  Set<String> queues() {
    return Set.copyOf(queues);
  }

  long duplicates() {
    return duplicates;
  }

  void put(SampleSink sink, long before) {
    counts.values().forEach(task -> task.put(sink, before));
  }
}
