package io.gnomon.collect.celery;

import com.fasterxml.jackson.core.JsonFactory;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// All that the events have told, written by the thread that listens, read by the one that
/// collects.
final class EventBook {
  private final EventReader reader = new EventReader(new JsonFactory());
  private final LongSupplier nanoClock;
  private final Tasks tasks = new Tasks();
  private final Workers workers;
  private final Row row =
      Row.of(
          Series.of(Series.gauge("celery_events_connected", "Whether we hear events now.")),
          Series.of(
              Series.counter(
                  "celery_event_duplicates_total", "Failures told twice and counted once.")),
          Series.of(
              Series.counter("celery_events_refused_total", "Messages that could not be read.")));
  private boolean connected;
  private boolean cameOnline;
  private long refused;
  private @Nullable String refusal;

  EventBook(Duration silence, LongSupplier nanoClock) {
    this.workers = new Workers(silence);
    this.nanoClock = nanoClock;
  }

  /// What turns a broker's message into a body of events.
  @FunctionalInterface
  interface Opening {
    byte[] open() throws IOException;
  }

  /// Counts the events of a message; one that cannot be read is counted as refused.
  synchronized void take(Opening message) {
    try {
      reader.read(message.open(), this::count);
    } catch (IOException e) {
      refused++;
      refusal = e.getMessage();
    }
  }

  private void count(Event event) {
    if (event.isOfWorker()) {
      cameOnline |= workers.hear(event, nanoClock.getAsLong());
      return;
    }
    event
        .task()
        .ifPresent(kind -> {
          if (kind == TaskEvent.STARTED) {
            workers.seeStart(event);
          }
          tasks.count(kind, event);
        });
  }

  synchronized void setConnected(boolean connected) {
    this.connected = connected;
  }

  /// True once after a worker has come online: it may have to be told to send events.
  synchronized boolean cameOnline() {
    boolean came = cameOnline;
    cameOnline = false;
    return came;
  }

  synchronized Set<String> queues() {
    return tasks.queues();
  }

  synchronized List<String> warnings() {
    var warnings = new ArrayList<String>();
    if (refusal != null) {
      warnings.add(refused + " messages could not be read, the last: " + firstLine(refusal));
    }
    var mute = workers.mute();
    if (!mute.isEmpty()) {
      warnings.add(
          String.join(", ", mute)
              + " run tasks but send no events of them: start workers with -E, or set"
              + " worker_send_task_events = True");
    }
    return warnings;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  synchronized void put(SampleSink sink, long before) {
    row.into(sink);
    row.put(0, connected ? 1 : 0);
    row.put(1, tasks.duplicates());
    row.put(2, refused);
    tasks.put(sink, before);
    workers.put(sink, nanoClock.getAsLong());
  }
}
