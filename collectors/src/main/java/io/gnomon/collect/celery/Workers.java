package io.gnomon.collect.celery;

import io.gnomon.model.SampleSink;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The workers we hear of. One that is silent for long is down, and after ten minutes forgotten.
final class Workers {
  private static final long FORGET_NANOS = Duration.ofMinutes(10).toNanos();
  private static final int MOST = 1000;

  private final long silenceNanos;
  private final Map<String, Worker> workers = new LinkedHashMap<>();

  Workers(Duration silence) {
    this.silenceNanos = silence.toNanos();
  }

  /// True when the worker has just come online.
  boolean hear(Event event, long nanos) {
    if (workers.size() < MOST || workers.containsKey(event.hostname())) {
      workers.computeIfAbsent(event.hostname(), Worker::new).hear(event, nanos);
    }
    return event.type().equals("worker-online");
  }

  void seeStart(Event event) {
    var worker = workers.get(event.hostname());
    if (worker != null) {
      worker.seeStart(event);
    }
  }

  /// Those that work but tell nothing of their tasks.
  List<String> mute() {
    return workers.entrySet().stream()
        .filter(entry -> entry.getValue().isMute())
        .map(Map.Entry::getKey)
        .toList();
  }

  void put(SampleSink sink, long nanos) {
    workers.values().removeIf(worker -> worker.silentNanos(nanos) > FORGET_NANOS);
    for (var worker : workers.values()) {
      worker.put(sink, worker.silentNanos(nanos) <= silenceNanos);
    }
  }
}
